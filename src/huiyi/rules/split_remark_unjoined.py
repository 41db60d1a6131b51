"""A remark continues one that does not exist or does not come before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.remark"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where `continues` leads nowhere or forward."""
    continued, sequence = node.value.get("continues"), node.value["sequence"]
    if continued is None:
        return
    key = (__name__, record.document.path)
    sequences = corpus.remembered(key, lambda: {remark["sequence"] for remark in record.data["remarks"]})
    there = continued in sequences
    if not there or continued >= sequence:
        what = "is not before it" if there else "does not exist"
        message = f"remark {sequence} continues remark {continued}, which {what}"
        yield Fault(message, (*node.route, "continues"), "give the sequence number of an earlier remark")
