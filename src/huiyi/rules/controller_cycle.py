"""A body is its own parent's parent, or a meeting, event or policy a part of its own part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("organization", "meeting", "event", "policy")

OUTWARD = {"organization": "parent", "meeting": "part_of", "event": "part_of", "policy": "part_of"}
"""The field that leads from a record of each kind to the one around it."""

SHOWN = 4
"""How many members of a circle a message names."""


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at each record from which the way outward leads back to it."""
    kind = record.kind.name
    circles = corpus.remembered((__name__, kind), lambda: _circles(corpus, kind))
    if record.id in circles:
        way = " to ".join(f"'{escape(one, 60)}'" for one in circles[record.id])
        yield Fault(f"'{OUTWARD[kind]}' runs in a circle: {way}", (OUTWARD[kind],), "correct one of them")


def _circles(corpus: Corpus, kind: str) -> Mapping[str, tuple[str, ...]]:
    """Give, for each record in a circle, the way outward from it back to itself."""
    outward = {record.id: record.data.get(OUTWARD[kind], "") for record in corpus.by_kind[kind]}
    done: set[str] = set()
    circles: dict[str, tuple[str, ...]] = {}
    for start in outward:
        way: dict[str, int] = {}
        here = start
        while here in outward and here not in done and here not in way:
            way[here] = len(way)
            here = outward[here]
        circle = list(way)[way[here] :] if here in way else []
        # A record that is its own parent is told by reference-to-itself.
        if len(circle) > 1:
            for position, member in enumerate(circle):
                following = [circle[(position + step) % len(circle)] for step in range(1, min(len(circle), SHOWN))]
                rest = ("…",) if len(circle) > SHOWN else ()
                circles[member] = (member, *following, *rest, member)
        done.update(way)
    return circles
