"""Say where a text stops being YAML: at the place that a curator mends, not where a parser notices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from huiyi.findings import Position
from huiyi.loading.flaws import TOP, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSERS = {"{": "}", "[": "]"}
USUAL_HINT = "quote the value, or mend the indentation"
COLON_HINT = "put a space after the colon"

# Brackets count outside of quotation marks and comments; these begin behind a space, a bracket, a comma or a colon.
_BRACKET = re.compile(
    r"""(?<![^\s\[\]{},:])(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|#[^\n]*)|(?P<bracket>[\[\]{}])""", re.DOTALL
)
_NO_SPACE = re.compile(r" *(?:- +)*[^\W\d][\w-]*:(?!//)[^\s:]")
# A quotation that has swallowed a line `key: value` was meant to end before it.
_QUOTATION = re.compile(r"""(?<![^\s\[{,:])(?:"(?P<swallowed>(?:[^"\\]|\\.)*+)"|'(?:[^']|'')*+'|#[^\n]*)""", re.DOTALL)
_ENTRY = re.compile(r"\n[ {-]*[a-z_]+: ")


class Mark(Protocol):
    """A place as the library gives it, all counted from 0: offset in the text, line and column."""

    index: int
    line: int
    column: int


def describe(problem: str, mark: Mark | None, context: str, opened: Mark | None, text: str) -> Flaw:
    """Make the flaw of a text that is not YAML.

    `problem` at `mark` is what the library met, `context` that began at `opened` is what it was reading then.
    """
    bracket = text[opened.index : opened.index + 1] if opened else ""
    if (
        opened
        and context.startswith("while parsing a flow")
        and bracket in CLOSERS
        and not _is_closed(text, opened.index)
    ):
        message = f"the {bracket} that opens here is not closed"
        return Flaw("invalid-yaml", message, f"close it with {CLOSERS[bracket]}", _position(opened))
    if mark and (begin := _swallowing(text, mark.index)) is not None:
        message = "the quotation mark that opens here takes in the lines below it"
        return Flaw("invalid-yaml", message, "close the quotation on its line", _position_of(text, begin))
    if opened and problem == "could not find expected ':'":
        hint = COLON_HINT if _NO_SPACE.match(text, opened.index) else "write 'key: value', or indent the line"
        message = "the line is neither 'key: value' nor part of the value above"
        return Flaw("invalid-yaml", message, hint, _position(opened))
    if mark and problem.startswith("mapping values"):
        culprit = _without_space(text, mark)
        if culprit is not None:
            return Flaw("invalid-yaml", "the colon ends no key without a space behind it", COLON_HINT, culprit)
    return _usual(problem, mark, context, opened, text)


def _usual(problem: str, mark: Mark | None, context: str, opened: Mark | None, text: str) -> Flaw:
    message = problem
    if context and opened:
        if mark is None or mark.line > text.rstrip().count("\n"):  # what was never closed is mended where it opens
            mark = opened
        message += f" {context} that begins on line {opened.line + 1}"
    return Flaw("invalid-yaml", message, USUAL_HINT, _position(mark) if mark else TOP)


def _position(mark: Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def _position_of(text: str, index: int) -> Position:
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _swallowing(text: str, end: int) -> int | None:
    """Find where a quotation opens that closes just before the offset `end` and holds whole entries of a mapping."""
    line = text.rfind("\n", 0, end) + 1
    for match in _QUOTATION.finditer(text, 0, end):
        if match.end() > line > match.start() and not text[match.end() : end].strip():
            return match.start() if _ENTRY.search(match["swallowed"] or "") else None
    return None


def _is_closed(text: str, begin: int) -> bool:
    """Say whether the bracket at an offset has its partner."""
    due: list[str] = []
    for bracket in _brackets(text, begin):
        if bracket in CLOSERS:
            due.append(CLOSERS[bracket])
        elif due.pop() != bracket:
            return False
        if not due:
            return True
    return False


def _brackets(text: str, begin: int) -> Iterator[str]:
    return (match["bracket"] for match in _BRACKET.finditer(text, begin) if match["bracket"])


def _without_space(text: str, mark: Mark) -> Position | None:
    """Find `key:value` on the line before the one whose first colon is refused: that line was read on into it."""
    *above, own = text[: mark.index].split("\n")
    while above and not above[-1].strip():
        above.pop()
    if not above or ": " in own or _NO_SPACE.match(above[-1]) is None or ": " in above[-1]:
        return None
    begin = len(above[-1]) - len(above[-1].lstrip(" -"))
    return Position(len(above), begin + 1)
