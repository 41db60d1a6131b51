"""An anomaly cites passages, and a rival that it names rests on none of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.schemas import walked
from huiyi.surroundings import Place, outward, places, touch
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "anomaly"
NEEDS_TEXTS = True


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each rival whose passages, those of its parts too, are apart from all that the anomaly cites."""
    cited = places(node, corpus)
    if not cited or len(cited) < len(node.value["evidence"]):
        return
    for place, rival in enumerate(node.value.get("rivals", ())):
        theirs = corpus.remembered((__name__, rival), partial(_rests, rival, corpus))
        if theirs and not touch(cited, theirs):
            message = f"'{escape(rival, 120)}' rests on none of the passages that the anomaly cites"
            hint = "name the statement that rests on them, or cite its passage as well"
            yield Fault(message, (*node.route, "rivals", place), hint)


def _rests(address: str, corpus: Corpus) -> frozenset[Place]:
    """Give where the passages of a node stand: its own and those of its parts, or else of what it stands in."""
    node = corpus.node(address)
    if node is None:
        return frozenset()
    within = frozenset[Place]().union(*(places(one, corpus) for one in walked(node)))
    return within or next((found for one in outward(node) if (found := places(one, corpus))), frozenset())
