"""A body acts, meets or has parts before the day on which it was founded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_before, firm_date, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("document.issuer", "document.step", "meeting", "meeting.convener", "jurisdiction", "organization")

ACTS = {
    "document.issuer": ("organization", "date"),
    "document.step": ("organization", "date"),
    "meeting": ("body", "date"),
    "meeting.convener": ("convener", "date"),
    "jurisdiction": ("controller", "period"),
    "organization": ("parent", "abolished"),
}
"""The field that names the body, and the date by which it must have been there, held by the node or its record."""

HOLDS_ITS_DATE = frozenset({"document.step"})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the body that a statement names was certainly founded later than the date of it."""
    body_key, date_key = ACTS[node.shape.name]
    body = corpus.records.get(node.value.get(body_key, ""))
    holder: Mapping[str, Any] = node.value if node.shape.name in HOLDS_ITS_DATE else record.data
    if body is None or not is_firm(node.value):
        return
    date, founded = firm_date(holder, date_key), firm_date(body.data, "founded")
    if date and founded and certainly_before(date, founded):
        message = f"'{escape(body.id, 60)}' was founded '{founded.text}', after '{date.text}'"
        yield Fault(message, (*node.route, body_key), "correct a date, or name the body that it was then")
