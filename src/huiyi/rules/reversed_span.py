"""A tenure, a policy, a life or an organization ends before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, firm_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("person.tenure", "policy", "person", "organization")

ENDS = {
    "person.tenure": ("start", "end"),
    "policy": ("start", "end"),
    "person": ("birth_date", "death_date"),
    "organization": ("founded", "abolished"),
}
"""The fields that hold the first and the last day of each."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the start is certainly later than the end."""
    first, last = ENDS[node.shape.name]
    start, end = firm_date(node.value, first), firm_date(node.value, last)
    if start and end and certainly_after(start, end):
        message = f"'{first}' is '{start.text}', and '{last}' is '{end.text}'"
        yield Fault(message, (*node.route, last, "edtf"), "correct the first or the last date")
