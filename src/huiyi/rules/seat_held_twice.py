"""Two people held a post with a single seat at the same time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import held_days, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where somebody else certainly held the sole seat for more than a day of this tenure."""
    seats = corpus.remembered((__name__, "seats"), lambda: _seats(corpus))
    post = node.value.get("post", "")
    days = held_days(node.value) if post in seats and _is_held(node.value) else None
    if days is None:
        return
    for holder, first, last in seats[post]:
        # To hand over within one day is legal.
        if holder != record.id and max(first, days[0]) < min(last, days[1]):
            message = (
                f"'{escape(record.id, 60)}' held the sole seat from {days[0]} to {days[1]} at least, "
                f"'{escape(holder, 60)}' from {first} to {last}"
            )
            yield Fault(message, (*node.route, "post"), "correct a date, the status or the number of seats")
            return


def _is_held(tenure: Mapping[str, Any]) -> bool:
    return tenure["status"] == "held" and is_firm(tenure)


def _seats(corpus: Corpus) -> Mapping[str, list[tuple[str, date, date]]]:
    """Give, for each post with one seat, its holders and the days on which each certainly held it."""
    sole = {
        f"{body.id}#post-{post['key']}"
        for body in corpus.by_kind["organization"]
        for post in body.data.get("posts", ())
        if post.get("seats") == 1
    }
    seats: dict[str, list[tuple[str, date, date]]] = defaultdict(list)
    for person in corpus.by_kind["person"]:
        for tenure in person.data.get("tenures", ()):
            days = held_days(tenure) if tenure.get("post") in sole and _is_held(tenure) else None
            if days is not None:
                seats[tenure["post"]].append((person.id, *days))
    return seats
