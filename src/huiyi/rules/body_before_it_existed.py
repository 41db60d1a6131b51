"""A body acts, meets or has parts before the day on which it was founded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.acting import BODIES, body_acting
from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_before, firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = tuple(BODIES)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the body that a statement names was certainly founded later than the date of it."""
    act = body_acting(node, record, corpus, "abolished")
    if act is None:
        return
    founded = firm_date(act.body.data, "founded")
    if founded and act.days.last and all(certainly_before(day, founded) for day in act.days.last):
        message = f"'{escape(act.body.id, 60)}' was founded '{founded.text}', after '{act.days.last[0].text}'"
        yield Fault(message, (*node.route, act.key), "correct a date, or name the body that it was then")
