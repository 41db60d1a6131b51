"""A statement is tied to a record with which it has no passage in common, and another record rests on its passages."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from huiyi.covering import cited_lines
from huiyi.findings import Fault
from huiyi.surroundings import holder, outward, places, places_of, tied, touch
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node
    from huiyi.surroundings import Place

SEVERITY = "warning"
NEEDS_TEXTS = True

TIES = {
    "citation": {"work"},
    "document.step": {"meeting"},
    "event.participant": {"post"},
    "jurisdiction": {"controller"},
    "meeting.attendant": {"post"},
    "meeting.decision": {"document"},
    "meeting.document": {"document"},
    "meeting.speech": {"document", "speaker"},
    "person.tenure": {"organization"},
    "pointer": {"meeting"},
    "policy": {"instrument"},
    "statistic": {"occasion"},
}
"""The fields that tie two records which both tell the fact, each from its side."""

EXAMINES = ("event", "point", *TIES)

TOLD_APART = frozenset({"claim", "statistic"})
"""Kinds of record that tell one thing that stands in one passage; a statement that is about it retells that passage."""

EVERYWHERE = frozenset({"person", "organization", "meeting"})
"""Kinds of which a single one in common ties nothing together."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each tie without a passage in common, and for a claim or number of quite another passage."""
    if corpus.unread or not corpus.texts:
        return
    if node.shape.name == "event":
        yield from _claims_of_others(node, record, corpus)
        return
    # Where a passage has slipped, all its ties have come apart: one finding tells it.
    for route, other in islice(_strangers(node, record, corpus), 1):
        message = f"'{escape(other.id, 60)}' rests on no passage that is cited here, and another {other.kind.name} does"
        yield Fault(message, route, "correct the reference or the passage, or cite there what is cited here")


def _strangers(node: Node, record: Record, corpus: Corpus) -> Iterator[tuple[Route, Record]]:
    """Give each record to which the node is tied without a passage in common, with the route of the tie."""
    tied_by = TIES.get(node.shape.name, set())
    about = node.value.get("about", ()) if node.shape.name == "point" else ()
    ties = [((*node.route, key), node.value[key]) for key in sorted(tied_by & node.value.keys())]
    ties += [
        ((*node.route, "about", at), one) for at, one in enumerate(about) if corpus.identifiers.get(one) in TOLD_APART
    ]
    statement = holder(outward(node)) if ties else None
    where = places(statement, corpus) if statement else frozenset()
    for route, target in ties if where else ():
        other = corpus.records.get(target.partition("#")[0])
        theirs = places_of(other, corpus) if other and other is not record else where
        if other is None or not theirs or not where.isdisjoint(theirs) or touch(where, theirs):
            continue
        is_tie = route[-1] in tied_by and any(
            touch(where, places_of(one, corpus)) for one in corpus.by_kind[other.kind.name] if one is not other
        )
        if is_tie or (route[-1] not in tied_by and _is_of_other_words(other, (node, where), corpus)):
            yield route, other


def _is_of_other_words(other: Record, at: tuple[Node, frozenset[Place]], corpus: Corpus) -> bool:
    """Say whether another claim or number rests on these very words."""
    node, where = at
    # A base is named wherever a part of it is.
    bases = corpus.remembered(
        (__name__, "bases"), lambda: {one.data.get("base") for one in corpus.by_kind["statistic"]}
    )
    if other.id in bases:
        return False
    told = corpus.remembered((__name__, "told"), lambda: _told(corpus))
    return any(not told[place] <= set(node.value["about"]) for place in where if place in told)


def _told(corpus: Corpus) -> Mapping[Place, set[str]]:
    """Give the claims and numbers by each passage on which one rests as a whole."""
    found: dict[Place, set[str]] = defaultdict(set)
    for kind in sorted(TOLD_APART):
        for record in corpus.by_kind[kind]:
            for place in places(next(record.nodes()), corpus):
                found[place].add(record.id)
    return found


def _claims_of_others(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each claim of an event that has neither a line nor a subject in common with it."""
    if "claims" not in node.value:
        return
    own = cited_lines(one.value for one in record.nodes())
    subjects = tied(record, corpus) | {record.id}
    things = {one for one in subjects if corpus.identifiers.get(one) not in EVERYWHERE}
    for place, identifier in enumerate(node.value["claims"]):
        claim = corpus.records.get(identifier)
        about = set(claim.data.get("about", ())) if claim else set()
        if claim is None or about & things or len(about & subjects) > 1:
            continue
        others = (one for one in corpus.by_kind["event"] if one is not record)
        fits = any(one.id in about or identifier in one.data.get("claims", ()) for one in others)
        if fits and own.isdisjoint(cited_lines(one.value for one in claim.nodes())):
            message = f"'{escape(identifier, 60)}' has no line and no subject in common with this event"
            yield Fault(message, (*node.route, "claims", place), "refer to a claim about this event")
