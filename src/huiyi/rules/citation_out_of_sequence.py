"""The numbers of the notes to a remark or speech run backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.remark", "meeting.speech")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at each note mark that is lower than the one before it, where both may be of one work."""
    previous: Mapping[str, Any] | None = None
    for route, citation in _marked(node):
        if previous is not None and _may_be_of_one_work(previous, citation):
            mark, before = citation["note_mark"], previous["note_mark"]
            if int(mark) < int(before):
                message = f"the note mark {escape(mark, 60)} follows {escape(before, 60)}"
                yield Fault(message, route, "correct the mark or the order; where the source errs, record an anomaly")
        previous = citation


def _marked(node: Node) -> Iterator[tuple[Route, Mapping[str, Any]]]:
    """Give the citations of the points that have a mark in figures, in order."""
    for place, point in enumerate(node.value.get("points", ())):
        for position, citation in enumerate(point.get("citations", ())):
            mark = citation.get("note_mark", "")
            if mark.isdecimal() and mark.isascii():
                yield (*node.route, "points", place, "citations", position, "note_mark"), citation


def _may_be_of_one_work(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return "cited_in" not in one or "cited_in" not in other or one["cited_in"] == other["cited_in"]
