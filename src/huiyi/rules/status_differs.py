"""A meeting and a document tell differently what the document came to there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.document", "document.step")


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
