"""Two items of one list bear the same key, so that an address means both."""

from __future__ import annotations

from collections import defaultdict
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
    """Give a fault at the key of each item that an item before it has, and at the first that has it."""
    for name, listing in node.shape.lists.items():
        if not listing.key or name in TOLD_ELSEWHERE:
            continue
        places: dict[str, list[int]] = defaultdict(list)
        for position, item in enumerate(node.value.get(name, ())):
            places[item[listing.key]].append(position)
        for key, found in places.items():
            for position in found if len(found) > 1 else ():
                other = found[0] if position != found[0] else found[1]
                item = listing.item
                message = f"{item} {position + 1} has the key '{escape(key, 60)}', as {item} {other + 1} has"
                route = (*node.route, name, position, listing.key)
                yield Fault(message, route, "choose another key; if both are the same, keep one")
