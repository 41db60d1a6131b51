"""Two records have one type, body and date, and so are one meeting."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import parse
from huiyi.values.firm_dates import is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

Key = tuple[str, str, str]


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another meeting of the same body and type was held on exactly the same days."""
    meetings = corpus.remembered((__name__, "meetings"), lambda: _meetings(corpus))
    for other in meetings.get(_key(record) or ("", "", ""), ()):
        is_part = record.data.get("part_of") == other.id or other.data.get("part_of") == record.id
        if other.id != record.id and not is_part:
            message = (
                f"'{escape(other.id, 60)}' is of the same type '{escape(record.data['type'], 60)}', of the same body "
                f"and date, '{record.data['date']['edtf']}'"
            )
            yield Fault(message, ("date", "edtf"), "join the two records, or correct one of them")
            return


def _key(record: Record) -> Key | None:
    """Give what no two meetings share: type, body and exact days; None where one of them is not known."""
    date = record.data.get("date")
    if date is None or not is_firm(date) or "body" not in record.data:
        return None
    days = parse(date["edtf"])
    ends = (days.start, days.end) if days.precision == "interval" else (days, days)
    is_exact = not days.qualifier and all(end is not None and end.precision == "day" for end in ends)
    return (record.data["type"], record.data["body"], days.text) if is_exact else None


def _meetings(corpus: Corpus) -> Mapping[Key, list[Record]]:
    meetings: dict[Key, list[Record]] = defaultdict(list)
    for record in corpus.by_kind["meeting"]:
        if key := _key(record):
            meetings[key].append(record)
    return meetings
