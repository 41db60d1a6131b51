"""Tells which body does something in a part of a record, and on which days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.acting.days import Days, days_of
from huiyi.values.firm_dates import firm_date, is_firm

if TYPE_CHECKING:
    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

ACTIVE_ROLES = frozenset(
    {
        "initiator", "leader", "executor", "supporter", "opponent", "accuser",
        "attacker", "mediator", "investigator", "participant",
    }
)  # fmt: skip
"""What nobody can be in an event, and no body, that is no more or not yet there."""

BODIES = {
    "document.issuer": "organization",
    "document.step": "organization",
    "meeting": "body",
    "meeting.convener": "convener",
    "meeting.group": "organization",
    "event.participant": "participant",
    "jurisdiction": "controller",
    "organization": "parent",
}
"""The parts of a record that may name a body which does something, and the field that does."""


@dataclass(frozen=True)
class BodyActing:
    """A body that does something: its record, the field that names it, and the days of what it does."""

    body: Record
    key: str
    days: Days


def body_acting(node: Node, record: Record, corpus: Corpus, of_a_part: str) -> BodyActing | None:
    """Give the body that does something in a node, if it names one that is on record.

    A body has a part from the day on which the part was `founded` to that on which it was `abolished`: `of_a_part`
    says which is asked for.
    """
    shape, key = node.shape.name, BODIES[node.shape.name]
    body = corpus.records.get(node.value.get(key, ""))
    if body is None or body.kind.name != "organization" or not is_firm(node.value):
        return None
    if shape == "event.participant" and node.value["role"] not in ACTIVE_ROLES:
        return None
    if shape in {"document.step", "jurisdiction", "organization"}:
        own = {"document.step": "date", "jurisdiction": "period", "organization": of_a_part}[shape]
        day = firm_date(node.value, own)
        return BodyActing(body, key, Days((day,), (day,)) if day else Days((), ()))
    return BodyActing(body, key, days_of(record, corpus))
