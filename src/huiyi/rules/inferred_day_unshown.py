"""A date that we inferred has a day that neither its printed form, its reason nor its passages show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence import selector
from huiyi.evidence.printed import printed as printed_in
from huiyi.findings import Fault
from huiyi.surroundings import holder, outward
from huiyi.values.numerals import ordinal_forms
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"
NEEDS_TEXTS = True

FIRST, EARLIEST_LAST = 1, 28
"""The first day of a month, and the earliest on which one ends."""

_FULL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]+")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first day of the EDTF that stands nowhere near it, nor in another date of the record."""
    days = [int(full[-2:]) for full in _FULL.findall(node.value["edtf"])]
    # The first or last day of a month bounds a stretch of time that is told in months.
    if "/" in node.value["edtf"]:
        days = [day for day in days if FIRST < day < EARLIEST_LAST]
    if not days or node.value["basis"] != "inferred":
        return
    around = outward(node)
    told = " ".join(one.value.get(key, "") for one in around for key in ("printed", "reason", "note"))
    shown = set(map(int, _NUMBER.findall(told)))
    cited = [item for one in around for item in one.value.get("evidence", ())]
    passages = printed_in(map(selector, cited), corpus.texts)
    if holder(around) is None or passages is None:
        return
    others = corpus.remembered((__name__, record.document.path), lambda: _days(record))
    for day in days:
        is_printed = any(passages.holds(form) for form in (str(day), *ordinal_forms(day)))
        if day not in shown and not is_printed and others.count(day) == days.count(day):
            message = f"'{escape(node.value['edtf'], 60)}' has the day {day}, which nothing here shows"
            hint = "leave the day out, or say in the reason how it is known"
            yield Fault(message, (*node.route, "edtf"), hint)
            return


def _days(record: Record) -> list[int]:
    """Give the days of all dates of a record."""
    dates = (node.value["edtf"] for node in record.nodes() if node.shape.name == "date")
    return [int(full[-2:]) for edtf in dates for full in _FULL.findall(edtf)]
