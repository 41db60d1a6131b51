"""A post was held in a body before the body was founded or after it was abolished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import firm_date, first_outside
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first date of the tenure on which its organization certainly did not exist."""
    body = corpus.records.get(node.value["organization"])
    if body is None:
        return
    found = first_outside(node.value, firm_date(body.data, "founded"), firm_date(body.data, "abolished"))
    if found:
        side, event = ("before", "founded") if found.is_before else ("after", "abolished")
        message = f"'{found.date.text}' lies {side} '{escape(body.id, 60)}' was {event}, '{found.bound.text}'"
        hint = "correct the dates, or name the body that it was then"
        yield Fault(message, (*node.route, found.key, "edtf"), hint)
