"""The reason given for an inferred date tells of another year, of another day, or of another month than its figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.printed_dates import read_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "date"

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-([0-9]{2})")
_MONTH = re.compile(r"(?<=[0-9]{4}-)[0-9]{2}(?![0-9])")
_FIGURE = re.compile(r"[0-9]+")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the reason names years, or a whole day, and the date has none of them.

    Of a date printed in figures alone it also tells which of them is the month, and must name that. Nothing is
    said where the reason has the figures otherwise, such as 65 for 1965, or counts from one to another.
    """
    reason, edtf, printed = node.value.get("reason", ""), node.value["edtf"], node.value.get("printed", "")
    figures = {int(figure) for text in (reason, printed) for figure in _FIGURE.findall(text)}
    years = {int(year) for year in _YEAR.findall(edtf)}
    told = [year for year in _YEAR.findall(reason) if int(year) not in years]
    if "back" in reason.split() or not years:
        return
    if told and not any(year in figures or year % 100 in figures for year in years):
        message = f"the reason tells of {told[0]}, and the date is '{edtf}'"
        yield Fault(message, (*node.route, "edtf"), "correct the date or the reason")
        return
    days = {int(day) for day in _DAY.findall(edtf)}
    shown = read_printed(reason)
    if days and shown.days and shown.months and not days & figures and not _FIGURE.search(printed):
        message = f"the reason tells of day {min(shown.days)}, and the date is '{edtf}'"
        yield Fault(message, (*node.route, "edtf"), "correct the date or the reason")
        return
    months = {int(month) for month in _MONTH.findall(edtf)}
    if months and shown.months and shown.months.isdisjoint(months) and read_printed(printed).numeric_days:
        message = f"the reason tells of month {min(shown.months)}, and the date is '{edtf}'"
        yield Fault(message, (*node.route, "edtf"), "correct the date or the reason")
