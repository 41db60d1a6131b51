"""A post is put down as one that somebody was only to get, and the records tell that they got it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"

TAKEN = ("began", "end", "ended", "successor")
"""The keys that only a tenure that came about can have."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a prospective tenure tells how it began or ended, or an event tells of the appointment."""
    if node.value["status"] != "prospective":
        return
    route, hint = (*node.route, "status"), "correct the status, or take out what did not come about"
    told = [key for key in TAKEN if key in node.value]
    if told:
        yield Fault(f"the status is 'prospective', and '{told[0]}' tells that the post was held", route, hint)
    elif events := _appointments(corpus).get((record.id, node.value.get("post", ""))):
        yield Fault(f"the status is 'prospective', and '{escape(events, 60)}' is the appointment", route, hint)


def _appointments(corpus: Corpus) -> dict[tuple[str, str], str]:
    """Give for a person and a post the event, asserted and without a status, in which the one is put into the other."""
    return corpus.remembered(
        (__name__, "appointments"),
        lambda: {
            (one["participant"], one["post"]): event.id
            for event in corpus.by_kind["event"]
            if "status" not in event.data and is_firm(event.data)
            for one in event.data.get("participants", ())
            if one["role"] == "appointee" and "post" in one and is_firm(one)
        },
    )
