"""A policy is adopted by a document that, by its own record, was only drafted, proposed or discussed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "policy"

BINDING = frozenset({"approved", "adopted", "ordered", "issued"})
"""What a policy is by virtue of its document; what is done, or stipulated in it, may be so before."""
NOT_YET = frozenset({"intended", "planned", "expected", "proposed", "called-for", "requested", "demanded"})
NOT_YET |= {"drafted", "submitted", "discussed"}


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the instrument has steps, and each of them is short of what the policy is."""
    document = corpus.records.get(node.value.get("instrument", ""))
    status = node.value.get("status", "")
    steps = [step["status"] for step in document.data.get("history", ())] if document else []
    if document and steps and status in BINDING and NOT_YET.issuperset(steps):
        message = (
            f"the status is '{escape(status, 60)}', and '{escape(document.id, 60)}' was only '{escape(steps[-1], 60)}'"
        )
        yield Fault(message, ("status",), "give the word that the source supports, or the document's own step")
