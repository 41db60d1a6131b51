"""A claim supports another that disputes it, or both supports and disputes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "claim"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at each claim supported that this one disputes, or that disputes this one."""
    for place, target in enumerate(node.value.get("supports", ())):
        theirs = corpus.records.get(target)
        if target in node.value.get("disputes", ()):
            message = f"'{escape(target, 60)}' stands under 'supports' and under 'disputes'"
        elif theirs is not None and node.address in theirs.data.get("disputes", ()):
            message = f"this claim supports '{escape(target, 60)}', which disputes it"
        else:
            continue
        yield Fault(message, ("supports", place), "correct the one or the other")
