"""The items of an agenda, or the speeches or documents of a meeting, stand in another order than in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "meeting"
NEEDS_TEXTS = True

LISTS = {"agenda": "text", "speeches": "speaker", "documents": "document"}
"""The lists that keep the order of the source, each with what tells its items apart."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each item whose first passage stands before that of the item before it, in one source."""
    for key, name in LISTS.items():
        former: tuple[str, int] | None = None
        before = ""
        for place, item in enumerate(node.value.get(key, ())):
            found = _first(item, corpus)
            if found is None:
                continue
            if former is not None and former[0] == found[0] and found[1] < former[1]:
                message = f"'{escape(item[name], 60)}' is listed after '{escape(before, 60)}', and printed before it"
                yield Fault(message, (key, place, name), "keep the order of the source")
            former, before = found, item[name]


def _first(item: Mapping[str, Any], corpus: Corpus) -> tuple[str, int] | None:
    """Give the source of an item's first passage and the offset at which that starts; None where it is not found."""
    for one in item.get("evidence", ()):
        place = located(selector(one), corpus)
        return (one["source"], place.start) if isinstance(place, Located) else None
    return None
