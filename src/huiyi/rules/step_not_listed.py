"""A document has a step at a meeting whose documents and decisions leave it out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "document.step"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the meeting lists documents, and this one neither there nor with a decision or speech."""
    meeting = corpus.records.get(node.value.get("meeting", ""))
    if meeting is None or meeting.kind.name != "meeting":
        return
    if not meeting.data.get("documents"):
        yield from _listed_elsewhere(node, record, corpus)
        return
    named = corpus.remembered((__name__, meeting.document.path), lambda: _named(meeting))
    if record.id not in named:
        message = (
            f"the document was '{escape(node.value['status'], 60)}' at '{escape(meeting.id, 60)}', "
            f"whose documents leave it out"
        )
        yield Fault(message, (*node.route, "meeting"), "list it with the meeting, or correct the meeting here")


def _listed_elsewhere(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where one other meeting alone lists the document, with this status, and no step tells of it."""
    listed = corpus.remembered((__name__, "listed"), lambda: _listed(corpus)).get((record.id, node.value["status"]), ())
    steps = {step.get("meeting") for step in record.data["history"]}
    if len(listed) == 1 and steps.isdisjoint(listed):
        own, other = escape(node.value["meeting"], 60), escape(listed[0], 60)
        message = f"the document was '{escape(node.value['status'], 60)}' at '{own}' here, and at '{other}' by its list"
        yield Fault(message, (*node.route, "meeting"), "correct the meeting here, or the list of the other")


def _listed(corpus: Corpus) -> Mapping[tuple[str, str], list[str]]:
    """Give by document and status the meetings that list it so."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for meeting in corpus.by_kind["meeting"]:
        for item in meeting.data.get("documents", ()):
            found[item["document"], item["status"]].append(meeting.id)
    return found


def _named(meeting: Record) -> frozenset[str]:
    acts = [act for key in ("documents", "decisions", "speeches") for act in meeting.data.get(key, ())]
    return frozenset(act["document"] for act in acts if "document" in act)
