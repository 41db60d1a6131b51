"""A list of those who attended is called complete, or a row of owners is, and the source leaves it open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence import Located, locate, selector
from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.naming import people_named
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.expressing import Expressions
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "content"
NEEDS_TEXTS = True

ATTENDANCE = frozenset({"meeting.attendance", "meeting.group"})
_OTHERS = re.compile(r"\bothers?\b|等")
ROW = 2
"""From how many names on they are a list, which a source may leave open."""
BESIDE = 20
"""How many characters after the last name are read: what leaves a row of names open follows it at once."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a passage ends a list with others, etc. or 等, and the record does not."""
    leaving_open = expressions("completeness", corpus).get("partial")
    if leaving_open is None:
        return
    if node.shape.name in ATTENDANCE:
        yield from _attended(node, leaving_open, corpus)
    elif "attributed_to" in node.value:
        yield from _owned(node, leaving_open, corpus)


def _owned(node: Node, leaving_open: Expressions, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the last of two or more owners who are named is followed by others in the source."""
    owners = node.value["attributed_to"]
    named = [one.printed for one in people_named(owners, corpus)]
    if len(named) < ROW or _OTHERS.search(owners):
        return
    for text in passages(node, corpus) or ():
        for hit in re.finditer(re.escape(named[-1]), text):
            found = leaving_open.search(text, hit.end(), hit.end() + BESIDE)
            if found and not text[hit.end() : found[0]].strip(" ,，、"):
                words = escape(text[slice(*found)], 60)
                message = f"the owners are '{escape(owners, 60)}', and the passage goes on with '{words}'"
                yield Fault(message, (*node.route, "attributed_to"), "say that there were others")
                return


def _attended(node: Node, leaving_open: Expressions, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a passage with both ends, of the list or of one in it, ends a list with others, etc. or 等."""
    if node.value.get("complete") != "complete":
        return
    listed = [node.value, *node.value.get("groups", ()), *node.value.get("people", ())]
    for item in (item for part in listed for item in part.get("evidence", ())):
        text = corpus.texts.get(item["source"])
        place = locate(selector(item), text) if text and "from" in item else None
        if text is None or not isinstance(place, Located):
            continue
        found = leaving_open.search(text.text, place.start, place.end)
        if found:
            words = " ".join(text.text[slice(*found)].split())
            message = f"the list is complete, and line {text.line_of(found[0])} says '{escape(words, 60)}'"
            yield Fault(message, (*node.route, "complete"), "call the list 'partial'")
            return
