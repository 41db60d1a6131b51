"""Look for slips that YAML takes without a word, for what two readers take unalike, and for directives."""

from __future__ import annotations

import re
from typing import Any

from huiyi.findings import Position
from huiyi.loading.flaws import Flaw
from huiyi.values.text import escape

CURLY = "“”‘’„«"
"""Typographic quotation marks that a program, or a habit, may put for straight ones at the beginning of a value."""

BLOCK_STYLES = frozenset("|>")
QUOTES = frozenset("'\"")

# A comment begins with '# ', or '#>' in the examples of the pages, or is a lone '#'; anything else was hardly meant.
_CUT = re.compile(r" +(#(?=[^ >\n])[^\n]*)")
_HEAD = re.compile(r"[|>][-+0-9]*(?=#)")
_MAY_CUT = re.compile(r" #[^ >\n]")
_CURLY = re.compile(f"[{CURLY}]")
# The search is fast because its pattern begins with one character that is always the same.
_GLUED = re.compile(r"#(?:(?<=[|>]#)|(?<=[|>][-+0-9]#)|(?<=[|>][-+0-9]{2}#))")


def may_mislead(text: str) -> bool:
    """Say fast whether `find_mistake` could find anything in a file but for question marks in brackets."""
    return may_cut(text) or _CURLY.search(text) is not None


def may_cut(text: str) -> bool:
    """Say fast whether a comment could cut anything off in a file, or stand where it is none to some programs."""
    return _MAY_CUT.search(text) is not None or _GLUED.search(text) is not None


def find_directive(text: str) -> Flaw | None:
    """Give the flaw of the first line that YAML takes for a directive."""
    # libyaml compares each with all before it: a file full of them would take seconds.
    start = 0 if text.startswith("%") else text.find("\n%") + 1
    if text[start : start + 1] != "%":
        return None
    message = "a line that begins with % is a directive of YAML"
    position = Position(text.count("\n", 0, start) + 1, 1)
    return Flaw("yaml-directive", message, "remove it, or indent the line", position)


def find_mistake(text: str, event: Any, *, is_in_brackets: bool) -> Flaw | None:
    """Give the flaw of one scalar of the text without quotes, a key or a value, if it is probably not what was meant.

    `is_in_brackets` says that the scalar stands in a list in brackets or a mapping in braces.
    """
    if event.style in BLOCK_STYLES:
        return _find_glued(text, event.start_mark)
    if event.value[:1] in CURLY and event.value:
        message = f"{event.value[0]} is no quotation mark of YAML: it would become part of the text"
        hint = "use straight quotation marks; a curly one that the source prints goes inside straight ones"
        return Flaw("curly-quote", message, hint, _position(event.start_mark))
    cut = _CUT.match(text, event.end_mark.index)
    if cut is not None:
        message, hint = f"'{escape(cut[1], 60)}' is cut off as a comment", "quote the value, or put a space after #"
        return Flaw("text-cut-by-comment", message, hint, _position(event.end_mark, cut.start(1) - cut.start()))
    if is_in_brackets and "?" in event.value:
        message = f"'{escape(event.value, 60)}' in brackets or braces ends at its ? to some programs"
        return Flaw("ambiguous-scalar", message, "quote it", _position(event.start_mark))
    return None


def _find_glued(text: str, begin: Any) -> Flaw | None:
    """Give the flaw of a text in lines of its own whose sign, `|` or `>`, has a comment right behind it."""
    head = _HEAD.match(text, begin.index)
    if head is None:
        return None
    message = "a # with no space before it is the beginning of a comment to some programs, and an error to others"
    return Flaw("invalid-yaml", message, "put a space before it", _position(begin, len(head[0])))


def _position(mark: Any, further: int = 0) -> Position:
    return Position(mark.line + 1, mark.column + 1 + further)
