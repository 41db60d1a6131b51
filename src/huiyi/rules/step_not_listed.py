"""A document has a step at a meeting whose documents and decisions leave it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "document.step"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the meeting lists documents, and this one neither there nor with a decision or speech."""
    meeting = corpus.records.get(node.value.get("meeting", ""))
    if meeting is None or meeting.kind.name != "meeting" or not meeting.data.get("documents"):
        return
    named = corpus.remembered((__name__, meeting.document.path), lambda: _named(meeting))
    if record.id not in named:
        message = (
            f"the document was '{escape(node.value['status'], 60)}' at '{escape(meeting.id, 60)}', "
            f"whose documents leave it out"
        )
        yield Fault(message, (*node.route, "meeting"), "list it with the meeting, or correct the meeting here")


def _named(meeting: Record) -> frozenset[str]:
    acts = [act for key in ("documents", "decisions", "speeches") for act in meeting.data.get(key, ())]
    return frozenset(act["document"] for act in acts if "document" in act)
