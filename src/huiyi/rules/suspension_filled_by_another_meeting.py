"""A meeting is said to have filled a suspension, and was not held in it: it had begun before, or came after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import firm_date, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.suspension"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the meeting held meanwhile certainly began outside the suspension."""
    meanwhile = corpus.records.get(node.value.get("meeting", ""))
    if meanwhile is None or meanwhile.kind.name != "meeting" or not is_firm(node.value):
        return
    own, days = firm_date(node.value, "date"), firm_date(meanwhile.data, "date")
    route, who = (*node.route, "meeting"), escape(meanwhile.id, 60)
    hint = "correct the meeting, or the date of one of the two"
    # The reach of a date has the first and last day on which it may begin, then on which it may end.
    if own and days and (days.reach[1] < own.reach[0] or days.reach[0] > own.reach[3]):
        yield Fault(f"'{who}' of '{days.text}' was not held in the suspension of '{own.text}'", route, hint)
