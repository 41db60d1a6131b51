"""A date is printed in numbers whose order nothing settles: 6-2-1954 is a day in February or in June."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import parse
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

SETTLING_PASSAGES = 2
"""One passage prints the date; a second one can say which number is the month."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where day and month may change places and the EDTF takes sides without a reason."""
    days = read_printed(node.value.get("printed", "")).numeric_days
    has_ground = "reason" in node.value or len(node.value.get("evidence", ())) >= SETTLING_PASSAGES
    if has_ground or not days or not all(day.is_ambiguous for day in days):
        return
    # A set of several days leaves the order open, which is honest.
    if parse(node.value["edtf"]).precision != "set":
        message = f"'{escape(days[0].text, 60)}' can be read two ways, and '{node.value['edtf']}' takes one"
        yield Fault(message, (*node.route, "printed"), "give the reason for the order of day and month")
