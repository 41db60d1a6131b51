"""A source has another number of lines than its record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "source"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the copy at hand, if it is the one on record, or else the lock has more or fewer lines."""
    told, text, entry = node.value["line_count"], corpus.texts.get(record.id), corpus.lock.sources.get(record.id)
    if text is not None and text.sha256 == node.value["sha256"]:
        counted, where = text.line_count, "copy at hand"
    elif entry is not None and entry.sha256 == node.value["sha256"]:
        counted, where = entry.lines, "lock"
    else:
        return
    if told != counted:
        yield Fault(
            f"the record states {told} lines, and the {where} has {counted}", ("line_count",), f"write {counted}"
        )
