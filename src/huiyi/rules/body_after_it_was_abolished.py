"""A body acts, meets or is given parts after the day on which it was abolished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.acting import BODIES, body_acting
from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = tuple(BODIES)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the body that a statement names was certainly abolished earlier than the date of it."""
    act = body_acting(node, record, corpus, "founded")
    if act is None:
        return
    abolished = firm_date(act.body.data, "abolished")
    if abolished and act.days.first and all(certainly_after(day, abolished) for day in act.days.first):
        message = f"'{escape(act.body.id, 60)}' was abolished '{abolished.text}', before '{act.days.first[0].text}'"
        yield Fault(message, (*node.route, act.key), "correct a date, or name the body that it was then")
