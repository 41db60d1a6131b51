"""A part of a date is not printed, yet the date is called stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape
from huiyi.values.written_dates import missing_from_edtf, missing_from_print

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first part of a stated EDTF that the printed date does not show."""
    printed, edtf = node.value.get("printed", ""), node.value["edtf"]
    # Where the two contradict each other, printed-date-mismatch says so.
    if node.value["basis"] != "stated" or missing_from_edtf(printed, edtf):
        return
    if part := missing_from_print(printed, edtf):
        message = f"'{edtf}' holds the {part}, which '{escape(printed, 60)}' does not print"
        yield Fault(message, (*node.route, "edtf"), "set basis to inferred and give the reason")
