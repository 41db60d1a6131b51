"""A digest or reprint is dated before what it reprints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, firm_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "work"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at either date where the original is certainly later than the work that carries it."""
    carrier, original = firm_date(node.value, "date"), firm_date(node.value, "original_date")
    if carrier and original and certainly_after(original, carrier):
        message = f"the work is dated '{carrier.text}', before its original of '{original.text}'"
        for key in ("date", "original_date"):
            yield Fault(message, (key, "edtf"), "correct the one or the other")
