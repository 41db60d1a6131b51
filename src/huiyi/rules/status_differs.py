"""A meeting and a document tell differently what the document came to there, or how sure that is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.findings import Fault
from huiyi.surroundings import cited_in
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.document", "document.step")

STRENGTHS = ("basis", "certainty")


class Told(NamedTuple):
    """The words for what a document came to at a meeting: those of the meeting, those of the document."""

    by_meeting: set[str]
    by_document: set[str]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where meeting and document both have a status for this document there, and none in common."""
    is_meeting = node.shape.name == "meeting.document"
    meeting = record.id if is_meeting else node.value.get("meeting", "")
    document = node.value["document"] if is_meeting else record.id
    told = corpus.remembered((__name__, "told"), lambda: _told(corpus)).get((meeting, document), Told(set(), set()))
    theirs = told.by_document if is_meeting else told.by_meeting
    if theirs and told.by_meeting.isdisjoint(told.by_document):
        other = escape(document if is_meeting else meeting, 60)
        words = " and ".join(f"'{escape(word, 60)}'" for word in sorted(theirs))
        message = f"the status is '{escape(node.value['status'], 60)}', and {words} in '{other}'"
        yield Fault(message, (*node.route, "status"), "give both the word that the source supports")
        return
    surer = _as_sure(node, meeting, document, corpus)
    if surer is not None:
        key = next(key for key in STRENGTHS if node.value[key] != surer[key])
        there = f"'{escape(surer[key], 60)}' in '{escape(document if is_meeting else meeting, 60)}'"
        message = f"'{key}' is '{escape(node.value[key], 60)}', and {there} by the same passages"
        yield Fault(message, (*node.route, "status"), "tell both as sure as the passages are")


def _as_sure(node: Node, meeting: str, document: str, corpus: Corpus) -> Mapping[str, Any] | None:
    """Give what the other side tells of this step by the same passages, where that is always more or less sure."""
    told = corpus.remembered((__name__, "steps"), lambda: _steps(corpus))
    side = "document" if node.shape.name == "meeting.document" else "meeting"
    others = told.get((side, meeting, document, node.value["status"], cited_in(node)), ())
    own = [node.value[key] for key in STRENGTHS]
    return None if any([one[key] for key in STRENGTHS] == own for one in others) else next(iter(others), None)


def _steps(corpus: Corpus) -> Mapping[tuple[str, str, str, str, frozenset[Passage]], list[Mapping[str, Any]]]:
    """Give what meetings and documents tell, by who tells it, meeting, document, status and passages."""
    told: dict[tuple[str, str, str, str, frozenset[Passage]], list[Mapping[str, Any]]] = defaultdict(list)
    for kind, shape in (("meeting", "meeting.document"), ("document", "document.step")):
        for record in corpus.by_kind[kind]:
            for node in record.nodes():
                if node.shape.name == shape and "evidence" in node.value:
                    ends = (
                        (record.id, node.value["document"])
                        if kind == "meeting"
                        else (node.value.get("meeting", ""), record.id)
                    )
                    told[(kind, *ends, node.value["status"], cited_in(node))].append(node.value)
    return told


def _told(corpus: Corpus) -> Mapping[tuple[str, str], Told]:
    told: dict[tuple[str, str], Told] = defaultdict(lambda: Told(set(), set()))
    for meeting in corpus.by_kind["meeting"]:
        for item in meeting.data.get("documents", ()):
            told[meeting.id, item["document"]].by_meeting.add(item["status"])
    for document in corpus.by_kind["document"]:
        for step in document.data.get("history", ()):
            if "meeting" in step:
                told[step["meeting"], document.id].by_document.add(step["status"])
    return told
