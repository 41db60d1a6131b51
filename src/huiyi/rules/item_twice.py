"""A list holds the same item twice, word for word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "items"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each mapping in a list of the node that repeats an earlier one."""
    for key, listing in node.shape.lists.items():
        items = node.value.get(key, ())
        if listing.shape is None or len(items) < 2:  # noqa: PLR2004 - an item needs another to be repeated
            continue
        # What is the same, in whatever order of keys, has the same words: few items share them, and are written out.
        words = {frozenset(value for value in item.values() if isinstance(value, str)) for item in items}
        if len(words) == len(items):
            continue
        first: dict[str, int] = {}
        for position, item in enumerate(items):
            earlier = first.setdefault(json.dumps(item, sort_keys=True), position)
            if earlier != position:
                message = f"{listing.item} {position + 1} of '{key}' repeats {listing.item} {earlier + 1}"
                yield Fault(message, (*node.route, key, position), "take one of the two out")
