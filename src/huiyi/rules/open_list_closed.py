"""A list of those who attended is called complete, and the source leaves it open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence import Located, locate, selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.attendance", "meeting.group")
NEEDS_TEXTS = True

_OPEN = re.compile(
    r"\b(?:and|among)\s+(?:many\s+|several\s+|the\s+|some\s+)?others\b|\bet\s+al\b|\betc\b|\bincluding\b|\bamong\s+them\b"
    r"|(?<![平高初中上下同一二三头特甲优相对])等(?=[，。、；）)\s]|同志|人|领导|领导同志|负责|单位|部门|[0-9]|[一二三四五六七八九十]+[个位名])",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
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
