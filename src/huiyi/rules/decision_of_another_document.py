"""A decision is tied to a document, or to a policy, that is about something else altogether."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.decision"

TIED = ("document", "policy")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each document or policy that shares no subject with the decision, where both have some."""
    for key in TIED:
        tied = corpus.records.get(node.value.get(key, ""))
        if tied is None or tied.kind.name != key:
            continue
        others = {node.value[other] for other in TIED if other != key and other in node.value}
        own = (_subjects(node.value) | others) - {record.id}
        theirs = corpus.remembered((__name__, tied.document.path), partial(_of_record, tied, corpus))
        if own and theirs - {tied.id, record.id} and own.isdisjoint(theirs):
            message = f"the decision shares no subject with '{escape(tied.id, 60)}'"
            yield Fault(message, (*node.route, key), f"correct the {key}, or the subjects of one of the two")


def _of_record(tied: Record, corpus: Corpus) -> frozenset[str]:
    """Give what a document or policy is about, itself, and what refers to it as its instrument or its division."""
    around = (reference.record.id for reference in corpus.references_to.get(tied.id, ()) if _is_own(reference.route))
    return frozenset({tied.id, *_subjects(tied.data), *around, tied.data.get("instrument", tied.id)})


def _is_own(route: tuple[str | int, ...]) -> bool:
    return route[-1] in {"instrument", "division", "part_of"} or "about" in route[:1]


def _subjects(holder: Mapping[str, Any]) -> frozenset[str]:
    points = (subject for point in holder.get("points", ()) for subject in point.get("about", ()))
    return frozenset({*holder.get("about", ()), *points})
