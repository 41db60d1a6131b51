"""The state of a quotation is not what its marks, dots and brackets show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "quotation"
NEEDS_TEXTS = True

COMPLETE, INDIRECT = "complete", "indirect"
MARKED = frozenset({COMPLETE, "phrase", "cut", "unclosed"})
"""The states that no quotation without a mark is in."""
BESIDE = 8
"""How many characters beside a passage are read for dots that end or begin it."""
_MARK = re.compile('["“”「」『』]')
_OPENED, _CLOSED = "“「『", "”」』"
_INTRODUCED = re.compile(r"(?:^|[:：,，])\W*$")


class Printed(NamedTuple):
    """A cited passage, also with what stands beside it; its whole lines; and whether a quotation is open before it."""

    passage: str
    surrounded: str
    lines: str
    is_open: bool


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where every passage shows that the quotation is in another state."""
    state = node.value["state"]
    found = [_printed(item, corpus) for item in (node.parent or node).value.get("evidence", ())]
    printed = [one for one in found if one is not None]
    if printed and len(printed) == len(found) and (why := _against(state, printed, corpus)):
        message = f"the state is '{escape(state, 60)}', and {why}"
        yield Fault(message, (*node.route, "state"), "give the state that the quotation has on the page")


def _printed(item: Mapping[str, Any], corpus: Corpus) -> Printed | None:
    place = located(selector(item), corpus)
    if not isinstance(place, Located):
        return None
    text = corpus.texts[item["source"]]
    start, end = text.span(*item["lines"])
    before = text.text[start : place.start]
    opened = sum(map(before.count, _OPENED)) > sum(map(before.count, _CLOSED))
    beside = text.text[max(start, place.start - BESIDE) : min(end, place.end + BESIDE)]
    is_open = opened or before.count('"') % 2 == 1
    return Printed(text.text[place.start : place.end], beside, text.text[start:end], is_open)


def _against(state: str, printed: list[Printed], corpus: Corpus) -> str:
    """Say what speaks against a state; nothing where nothing does."""
    signs = expressions("quotation-state", corpus)
    if state in MARKED and not any(one.is_open or _MARK.search(one.passage) for one in printed):
        return "no quotation mark stands in or around the passage"
    if state == INDIRECT and all(one.is_open or _MARK.match(one.passage) for one in printed):
        return "the passage stands in quotation marks"
    if state in signs and not signs[state].find(one.lines for one in printed):
        return "the lines have no sign of that"
    if state != COMPLETE:
        return ""
    other = next((word for word, sign in signs.items() if sign.find(one.surrounded for one in printed)), "")
    if other:
        return f"the passage has a sign of '{escape(other, 60)}'"
    before = [_MARK.split(one.passage)[0] for one in printed if not one.is_open and _MARK.search(one.passage)]
    return "the marks open inside a sentence" if before and not any(map(_INTRODUCED.search, before)) else ""
