"""A pointer printed as a date leads to a meeting that does not start on that day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import firm_date
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "pointer"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the first day that the pointer prints is certainly not the first day of the meeting."""
    meeting = corpus.records.get(node.value.get("meeting", ""))
    days = read_printed(node.value.get("printed", "")).numeric_days
    if meeting is None or not days or (held := firm_date(meeting.data, "date")) is None:
        return
    earliest, latest, *_ = held.reach
    if not any(earliest <= day <= latest for day in _possible(days[0].readings)):
        message = f"'{escape(days[0].text, 60)}' points to '{escape(meeting.id, 60)}', whose date is '{held.text}'"
        yield Fault(message, (*node.route, "meeting"), "point to the meeting of that day, or record an anomaly")


def _possible(readings: frozenset[tuple[int, int, int]]) -> Iterator[date]:
    for reading in readings:
        try:
            yield date(*reading)
        except ValueError:
            continue
