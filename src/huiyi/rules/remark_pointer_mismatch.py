"""A "see remark n" leads to a remark that shares no subject with its origin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "pointer"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the remark pointed to is certainly not the one meant."""
    target = corpus.node(node.value["remark"]) if "remark" in node.value else None
    origin = node.parent
    if target is None or origin is None or target.shape.name != "meeting.remark":
        return
    if _share_nothing(origin, target, corpus):
        message = f"'{escape(node.value['remark'], 80)}' shares no subject with '{escape(origin.address, 80)}'"
        route = (*node.route, "remark")
        yield Fault(message, route, "correct the pointer or the subjects; where the source errs, record an anomaly")


def _share_nothing(one: Node, other: Node, corpus: Corpus) -> bool:
    """Say whether no subject of either as a whole is a subject of the other or of its points."""
    (one_whole, one_all), (other_whole, other_all) = (
        corpus.remembered((__name__, node.address), partial(_subjects, node)) for node in (one, other)
    )
    is_known = bool(one_whole and other_whole)
    return is_known and one_whole.isdisjoint(other_all) and other_whole.isdisjoint(one_all)


def _subjects(node: Node) -> tuple[set[str], set[str]]:
    """Give the subjects of a node as a whole (of its points where it has none of its own), and all of them."""
    own = {*node.value.get("about", ()), *(node.value[key] for key in ("document", "policy") if key in node.value)}
    points = {subject for point in node.value.get("points", ()) for subject in point.get("about", ())}
    return own or points, own | points
