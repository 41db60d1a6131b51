"""A decision is tied to a document, or to a policy, that is about something else than another one of the meeting is."""

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

SEVERITY = "warning"
EXAMINES = "meeting.decision"

TIED = ("document", "policy")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where what is tied shares no subject with the decision, and another of the meeting does."""
    for key in TIED:
        tied = node.value.get(key, "")
        alike = [one for one in node.value.get("about", ()) if corpus.identifiers.get(one) == key]
        if tied and alike and tied not in alike:
            message = f"the {key} is '{escape(tied, 60)}', and the decision is about '{escape(alike[0], 60)}'"
            yield Fault(message, (*node.route, key), f"correct the {key}, or what the decision is about")
            continue
        own = _subjects(node.value) | {node.value[other] for other in TIED if other != key and other in node.value}
        own -= {record.id, tied}
        theirs = _of(tied, key, corpus) - {record.id}
        if not own or theirs <= {tied} or not own.isdisjoint(theirs):
            continue
        others = sorted({act[key] for act in _acts(record.data) if act.get(key, tied) != tied})
        fitting = [other for other in others if not own.isdisjoint(_of(other, key, corpus))]
        if fitting:
            message = (
                f"the decision shares no subject with '{escape(tied, 60)}', and does with '{escape(fitting[0], 60)}'"
            )
            yield Fault(message, (*node.route, key), f"correct the {key}, or the subjects of one of the two")


def _acts(meeting: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for key in ("documents", "decisions"):
        yield from meeting.get(key, ())


def _of(identifier: str, kind: str, corpus: Corpus) -> frozenset[str]:
    """Give the subjects of a document or policy; none where it is not on record."""
    tied = corpus.records.get(identifier)
    if tied is None or tied.kind.name != kind:
        return frozenset()
    return corpus.remembered((__name__, tied.document.path), partial(_of_record, tied, corpus))


def _of_record(tied: Record, corpus: Corpus) -> frozenset[str]:
    """Give what a document or policy is about, itself, and what refers to it as its instrument or its division."""
    around = (reference.record.id for reference in corpus.references_to.get(tied.id, ()) if _is_own(reference.route))
    return frozenset({tied.id, *_subjects(tied.data), *around, tied.data.get("instrument", tied.id)})


def _is_own(route: tuple[str | int, ...]) -> bool:
    return route[-1] in {"instrument", "division", "part_of"} or "about" in route[:1]


def _subjects(holder: Mapping[str, Any]) -> frozenset[str]:
    points = (subject for point in holder.get("points", ()) for subject in point.get("about", ()))
    return frozenset({*holder.get("about", ()), *points})
