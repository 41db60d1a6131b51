"""A list of those who attended, or of those who own a statement, is told as complete, and the source leaves it open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence import Located, locate, selector
from huiyi.findings import Fault
from huiyi.naming import people_named
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "node"

ATTENDANCE = frozenset({"meeting.attendance", "meeting.group"})
NEEDS_TEXTS = True

OTHERS = re.compile(r"\bothers?\b|等")

_OPEN = re.compile(
    r"\b(?:and|among)\s+(?:many\s+|several\s+|the\s+|some\s+)?others\b|\bet\s+al\b|\betc\b|\bincluding\b|\bamong\s+them\b"
    r"|(?<![平高初中上下同一二三头特甲优相对])等(?=[，。、；）)\s]|同志|人|领导|领导同志|负责|单位|部门|[0-9]|[一二三四五六七八九十]+[个位名])",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a passage ends a list with others, etc. or 等, and the record does not."""
    if node.shape.name in ATTENDANCE:
        yield from _attended(node, corpus)
    elif "attributed_to" in node.value:
        yield from _owned(node, corpus)


def _owned(node: Node, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the last of two or more owners who are named is followed by others in the source."""
    owners = node.value["attributed_to"]
    named = [one.printed for one in people_named(owners, corpus)]
    if len(named) < len(("one", "other")) or OTHERS.search(owners):
        return
    for text in passages(node, corpus) or ():
        found = next(
            (hit for hit in _OPEN.finditer(text) if text[: hit.start()].rstrip(" ,，、").endswith(named[-1])), None
        )
        if found:
            message = f"the owners are '{escape(owners, 60)}', and the passage goes on with '{escape(found[0], 60)}'"
            yield Fault(message, (*node.route, "attributed_to"), "say that there were others")
            return


def _attended(node: Node, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a passage with both ends, of the list or of one in it, ends a list with others, etc. or 等."""
    if node.value.get("complete") != "complete":
        return
    listed = [node.value, *node.value.get("groups", ()), *node.value.get("people", ())]
    for item in (item for part in listed for item in part.get("evidence", ())):
        text = corpus.texts.get(item["source"])
        place = locate(selector(item), text) if text and "from" in item and "to" in item else None
        if text is None or not isinstance(place, Located):
            continue
        found = _OPEN.search(text.text, place.start, place.end)
        if found:
            words = " ".join(found[0].split())
            message = f"the list is complete, and line {text.line_of(found.start())} says '{escape(words, 60)}'"
            yield Fault(message, (*node.route, "complete"), "call the list 'partial'")
            return
