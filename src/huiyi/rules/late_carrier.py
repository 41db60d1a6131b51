"""A newspaper or broadcast carries a text that is older than such carriers usually carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import firm_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "work"

USUAL_DAYS = {"article-newspaper": 31, "broadcast": 31}
"""The days by which an item of such a work usually follows its original, at most."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the original is certainly older than is usual for the type of work."""
    usual = USUAL_DAYS.get(node.value["type"])
    carrier, original = firm_date(node.value, "date"), firm_date(node.value, "original_date")
    if usual is None or carrier is None or original is None:
        return
    lag = (carrier.reach[0] - original.reach[3]).days
    if lag > usual:
        message = f"the work is dated '{carrier.text}', {lag} days or more after its original of '{original.text}'"
        yield Fault(message, ("original_date", "edtf"), "compare both dates with the citation, or record an anomaly")
