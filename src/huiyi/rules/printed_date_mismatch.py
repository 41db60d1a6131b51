"""A year, month or day that the source prints is not in the date's EDTF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape
from huiyi.values.written_dates import missing_from_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first part of the printed date that the EDTF does not hold."""
    printed, edtf = node.value.get("printed", ""), node.value["edtf"]
    if part := missing_from_edtf(printed, edtf):
        message = f"'{escape(printed, 60)}' prints the {part}, which '{edtf}' does not hold"
        yield Fault(message, (*node.route, "edtf"), "correct the value, or the printed form")
