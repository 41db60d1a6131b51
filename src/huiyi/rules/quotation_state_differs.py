"""The state of a quotation is not what the marks, dots and brackets of its passage show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.surroundings import holder, outward
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "quotation"
NEEDS_TEXTS = True

_DOTS = re.compile(r"\.\s*\.\s*\.|…")
_DASHES = re.compile(r"—|--")
# The brackets of a link hold no words of our own.
_BRACKETS = re.compile(r"\[(?![^\]]*\]\()")
_OPENING, _CLOSING, _EITHER = "“「『", "”」』", '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where whole words are cut or filled, cut or filled ones are whole, or quoted ones stand unquoted."""
    statement = holder(outward(node))
    if statement is None or "state" not in node.value:
        return
    read = [_read(item, corpus) for item in statement.value["evidence"]]
    texts = [one for one in read if one is not None]
    state = node.value["state"]
    shown = _against(state, texts) if len(texts) == len(read) else ""
    if shown:
        message = f"the state is '{escape(state, 60)}', and {shown}"
        yield Fault(message, (*node.route, "state"), "give the state that the passage shows")


def _read(item: Mapping[str, Any], corpus: Corpus) -> tuple[str, str, str] | None:
    """Give what stands on the lines before a passage, the passage, and the lines; None where it is not found."""
    place = located(selector(item), corpus)
    if not isinstance(place, Located):
        return None
    text = corpus.texts[item["source"]]
    start, end = text.span(*item["lines"])
    return text.text[start : place.start], text.text[place.start : place.end], text.text[start:end]


def _against(state: str, texts: list[tuple[str, str, str]]) -> str:
    """Say what of some passages speaks against a state; empty if nothing does."""
    if state == "with-omissions" and not any(_DOTS.search(lines) or _DASHES.search(lines) for _, _, lines in texts):
        return "no dots or dashes stand on its lines"
    if state == "with-insertions" and not any(_BRACKETS.search(lines) for _, _, lines in texts):
        return "no brackets stand on its lines"
    if state == "complete":
        found = next((hit for _, cited, _ in texts if (hit := _DOTS.search(cited) or _BRACKETS.search(cited))), None)
        if found:
            return f"'{escape(found[0], 60)}' stands in its passage"
    are_marked = all(_MARKS.search(lines) for _, _, lines in texts)
    is_quoted = any(_MARKS.search(cited) or _is_open(before) for before, cited, _ in texts)
    is_unquoted = state in {"complete", "phrase"} and are_marked and not is_quoted
    return "its passage stands outside the quotation marks of its line" if is_unquoted else ""


def _is_open(before: str) -> bool:
    """Say whether a quotation has begun before the end of a text and not yet ended."""
    opened = sum(map(before.count, _OPENING)) - sum(map(before.count, _CLOSING))
    return opened > 0 or before.count(_EITHER) % 2 == 1
