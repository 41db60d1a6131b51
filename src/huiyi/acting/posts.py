"""Tells who acts in which post, and what shows that they did not hold it on that day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from huiyi.acting.days import days_of
from huiyi.findings import Fault
from huiyi.holding import posts_held
from huiyi.values.firm_dates import is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.holding import Tenure
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

ACTORS = {"meeting.attendant": "person", "event.participant": "participant"}
"""The parts of a record that name somebody who acts, and the field that does."""

MEMBERS = {
    "member": re.compile(r"(?:full[ -])?member\b", re.IGNORECASE),
    "leading-group-member": re.compile(r"member\b", re.IGNORECASE),
    "alternate-member": re.compile(r"(?:alternate|candidate)[ -]member\b", re.IGNORECASE),
    "member-or-alternate": re.compile(r"(?:(?:full|alternate|candidate)[ -])?member\b", re.IGNORECASE),
}
"""The roles at a meeting that only a member of the body has, and the keys and titles of the membership."""


@dataclass(frozen=True)
class Lapse:
    """Why somebody certainly did not hold a post: the date nearest to the act, and the act's day."""

    why: Literal["over", "to come"]
    date: Edtf
    day: Edtf


def _tenures_in_question(node: Node, record: Record, corpus: Corpus) -> tuple[Tenure, ...]:
    """Give the tenures of the post that an attendant or participant acts in.

    Without a named post these are the memberships in the body that met, of whoever attended as a member of it.
    """
    held = posts_held(corpus).of(node.value[ACTORS[node.shape.name]])
    if "post" in node.value:
        return tuple(tenure for tenure in held if tenure.data.get("post") == node.value["post"])
    membership = MEMBERS.get(node.value.get("role", "")) if node.shape.name == "meeting.attendant" else None
    if membership is None or "body" not in record.data:
        return ()
    return tuple(
        tenure
        for tenure in held
        if tenure.data["organization"] == record.data["body"] and any(map(membership.match, _titles(tenure)))
    )


def lapse(node: Node, record: Record, corpus: Corpus) -> Lapse | None:
    """Give why an attendant or participant certainly did not hold the post in question; None if they may have.

    It is "over" where every tenure had ended before, else "to come": none had begun, or those that had were over.
    """
    tenures = _tenures_in_question(node, record, corpus) if is_firm(node.value) else ()
    if not tenures:
        return None
    days = days_of(record, corpus)
    over = [tenure for tenure in tenures if days.first and all(map(tenure.is_over, days.first))]
    to_come = [tenure for tenure in tenures if days.last and all(map(tenure.is_to_come, days.last))]
    if len(over) == len(tenures):
        latest = max((tenure.end for tenure in over if tenure.end), key=lambda end: end.reach[3])
        return Lapse("over", latest, days.first[0])
    if len(over) + len(to_come) == len(tenures) and node.value.get("role") != "appointee":
        earliest = min((tenure.start for tenure in to_come if tenure.start), key=lambda start: start.reach[0])
        return Lapse("to come", earliest, days.last[0])
    return None


def lapse_fault(node: Node, found: Lapse, was: str, cure: str) -> Fault:
    """Give the fault of somebody who acts in a post that lapsed; `was` says how its date bounds the tenure."""
    who = escape(node.value[ACTORS[node.shape.name]], 60)
    key = "post" if "post" in node.value else "role"
    message = f"'{who}' is '{escape(node.value[key], 60)}' on '{found.day.text}', and was so {was} '{found.date.text}'"
    return Fault(message, (*node.route, key), cure)


def _titles(tenure: Tenure) -> Iterator[str]:
    """Give the key of the post and the title in words, as far as there are such."""
    if "post" in tenure.data:
        yield tenure.data["post"].partition("#post-")[2]
    if "title" in tenure.data:
        yield tenure.data["title"]
