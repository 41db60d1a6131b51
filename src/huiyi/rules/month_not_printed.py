"""A date has a month that the printed months leave out."""

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

_MONTHS = re.compile(r"[0-9X]{4}-(0[1-9]|1[0-2])(?![0-9])")
# Such words reach beyond the months that are printed beside them.
_VAGUE = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter|quarter|half|end|beginning|since|from|after|before|until|by|following|next"
    r"|last|year|weeks?|months?)\b|[春夏秋冬初底末前后後至到从起]|季度|半年",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first month of the EDTF that is none of those printed, where these stand by themselves."""
    printed, edtf = node.value.get("printed", ""), node.value["edtf"]
    shown = read_printed(printed)
    readings = {month for day in shown.numeric_days for _, month, _ in day.readings}
    months = shown.months | readings
    # A printed month that the date does not hold is told by printed-date-mismatch.
    if not months or _VAGUE.search(printed) or missing_from_edtf(printed, edtf):
        return
    others = sorted({int(month) for month in _MONTHS.findall(edtf)} - months - shown.numbers)
    if others:
        message = f"'{edtf}' has the month {others[0]}, and '{escape(printed, 60)}' is printed"
        yield Fault(message, (*node.route, "edtf"), "correct the value, or the printed form")
