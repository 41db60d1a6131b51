"""A post was held in a body before the body was founded or after it was abolished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, is_firm
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
    if body is None or not is_firm(node.value):
        return
    founded, abolished = firm_date(body.data, "founded"), firm_date(body.data, "abolished")
    for key in ("start", "as_of", "end"):
        date = firm_date(node.value, key)
        if date and founded and certainly_before(date, founded):
            message = f"'{date.text}' lies before '{escape(body.id, 60)}' was founded, '{founded.text}'"
        elif date and abolished and certainly_after(date, abolished):
            message = f"'{date.text}' lies after '{escape(body.id, 60)}' was abolished, '{abolished.text}'"
        else:
            continue
        yield Fault(message, (*node.route, key, "edtf"), "correct the dates, or name the body that it was then")
        return
