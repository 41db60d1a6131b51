"""A point of a meeting is dated outside the meeting's days, and no relation says how its date lies to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import outward
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "date"


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a point's date that no day of the meeting can be, where nothing is said to be of elsewhere."""
    point = node.parent
    if record.kind.name != "meeting" or "relation" in node.value or point is None or point.shape.name != "point":
        return
    date, days = firm_date({"date": node.value}, "date"), firm_date(record.data, "date")
    if date is None or days is None or any("occasion" in one.value for one in outward(point)):
        return
    if certainly_before(date, days) or certainly_after(date, days):
        message = (
            f"'{date.text}' is not of the meeting's days, '{escape(days.text, 60)}', and no relation says how it lies"
        )
        yield Fault(message, (*node.route, "edtf"), "give the relation, or correct the date")
