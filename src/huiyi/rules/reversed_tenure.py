"""A tenure ends before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, firm_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the start is certainly later than the end."""
    start, end = firm_date(node.value, "start"), firm_date(node.value, "end")
    if start and end and certainly_after(start, end):
        message = f"the tenure starts '{start.text}' and ends '{end.text}'"
        yield Fault(message, (*node.route, "end", "edtf"), "correct the start or the end")
