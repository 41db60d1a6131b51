"""A record is said to have been compared with its passages on a day before the source itself was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import parse
from huiyi.values.firm_dates import certainly_before, firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the day of the review certainly lies before the date of a source that the record cites."""
    if "reviewed" not in record.data:
        return
    day = parse(record.data["reviewed"])
    cited = {item["source"] for node in record.nodes() for item in node.value.get("evidence", ())} | {record.id}
    for source in sorted(cited):
        known = corpus.records.get(source)
        date = firm_date(known.data, "date") if known is not None and known.kind.name == "source" else None
        if date is not None and certainly_before(day, date):
            message = f"the review is of '{day.text}', and the source '{escape(source, 60)}' of '{date.text}'"
            yield Fault(message, ("reviewed",), "give the day on which the record was compared with its passages")
            return
