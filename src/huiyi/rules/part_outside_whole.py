"""A session lies outside the days of the meeting that it was a session of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the part certainly begins before the whole does, or ends after its end."""
    whole = corpus.records.get(node.value.get("part_of", ""))
    if whole is None or whole.kind.name != "meeting":
        return
    own, days = firm_date(node.value, "date"), firm_date(whole.data, "date")
    # The reach of a date has the first and last day on which it may begin, then on which it may end.
    if own and days and (own.reach[1] < days.reach[0] or own.reach[2] > days.reach[3]):
        message = f"'{own.text}' is not within the days of '{escape(whole.id, 60)}', '{days.text}'"
        yield Fault(message, ("part_of",), "correct the date of one of the two, or the meeting that it was part of")
