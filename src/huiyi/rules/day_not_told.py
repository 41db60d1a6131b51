"""A date has a day that neither its printed words nor the reason given for it tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape
from huiyi.values.written_dates import missing_from_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-([0-9]{2})(?![0-9])")
# The end of a month is its last day, and its beginning the first.
_EDGE = re.compile(r"\b(?:end|last day|close|beginning|first day|start)\b|[底末初]", re.IGNORECASE)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first day of the EDTF that its words, if it has any, and its reason leave out."""
    printed, edtf = node.value.get("printed"), node.value["edtf"]
    days = {int(day) for day in _DAY.findall(edtf)}
    if printed is None or not days or _EDGE.search(printed):
        return
    told: set[int] = set()
    for shown in map(read_printed, (printed, node.value.get("reason", ""))):
        told |= shown.days | shown.numbers | {day for one in shown.numeric_days for _, _, day in one.readings}
    # A printed day that the date does not hold is told by printed-date-mismatch.
    if (strange := sorted(days - told)) and not missing_from_edtf(printed, edtf):
        message = f"'{edtf}' has the day {strange[0]}, and the words are '{escape(printed, 60)}'"
        yield Fault(message, (*node.route, "edtf"), "leave the day out, or say in the reason how it is known")
