"""Somebody loses a post in an event on the day on which, by their own record, they got it, or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.acting import days_of
from huiyi.findings import Fault
from huiyi.holding import posts_held
from huiyi.values.firm_dates import is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "event.participant"

SIDES = {"sufferer": ("start", "end"), "appointee": ("end", "start")}
"""For a role, the end of the tenure that the event cannot be, and the one that it should be."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the only tenure of the post has the event's day at the wrong end, and not at the right one."""
    sides, post = SIDES.get(node.value["role"]), node.value.get("post")
    if sides is None or post is None or not is_firm(node.value):
        return
    tenures = [one for one in posts_held(corpus).of(node.value["participant"]) if one.data.get("post") == post]
    if len(tenures) != 1:
        return
    wrong, right = (getattr(tenures[0], side) for side in sides)
    days = {day.text for day in days_of(record, corpus).first}
    if wrong is not None and wrong.text in days and (right is None or right.text not in days):
        message = (
            f"'{escape(node.value['participant'], 60)}' is '{node.value['role']}' on '{wrong.text}', "
            f"the {sides[0]} of the tenure of '{escape(post, 60)}'"
        )
        yield Fault(message, (*node.route, "role"), "correct the role, or the dates of the tenure")
