"""Somebody acts in a post, or as a member of a body, on a day on which the tenure of it had not begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.acting import lapse, lapse_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Fault
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.attendant", "event.participant")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the day certainly lies before every tenure of the post or membership, or between two."""
    found = lapse(node, record, corpus)
    if found and found.why == "to come":
        yield lapse_fault(node, found, "from", "correct a date or the post, or add the earlier tenure")
