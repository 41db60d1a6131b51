"""Two items of one list bear the same key, so that an address means both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

TOLD_ELSEWHERE = frozenset({"remarks"})
"""Lists whose keys have to run 1, 2, 3: remark-sequence."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at the key of each item that an item before it has."""
    for name, listing in node.shape.lists.items():
        if not listing.key or name in TOLD_ELSEWHERE:
            continue
        firsts: dict[str, int] = {}
        for position, item in enumerate(node.value.get(name, ())):
            key = item[listing.key]
            first = firsts.setdefault(key, position)
            if first != position:
                message = (
                    f"{listing.item} {position + 1} has the key '{escape(key, 60)}', as {listing.item} {first + 1} has"
                )
                route = (*node.route, name, position, listing.key)
                yield Fault(message, route, "choose another key; if both are the same, keep one")
