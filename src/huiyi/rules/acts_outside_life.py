"""Somebody writes a document, or has an active part in an event or meeting, before their birth or after their death."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.acting import ACTIVE_ROLES, days_of
from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("event.participant", "document.author", "meeting.convener", "meeting.attendant", "meeting.speech")

ACTORS = {
    "event.participant": "participant",
    "document.author": "person",
    "meeting.convener": "convener",
    "meeting.attendant": "person",
    "meeting.speech": "speaker",
}

ENDS_WITH_LIFE = frozenset({"event.participant", "document.author"})
"""Where death is told here; dead-at-meeting tells it of meetings, and who convened one need not live to see it."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where all days of the act certainly lie before the birth of the person, or all after the death."""
    key = ACTORS[node.shape.name]
    person = corpus.records.get(node.value[key])
    if person is None or person.kind.name != "person" or not is_firm(node.value) or not _is_active(node):
        return
    days = days_of(record, corpus)
    birth, death = firm_date(person.data, "birth_date"), firm_date(person.data, "death_date")
    message = ""
    if birth and days.last and all(certainly_before(day, birth) for day in days.last):
        message = f"'{escape(person.id, 60)}' was born '{birth.text}', after '{days.last[0].text}'"
    elif (
        death
        and node.shape.name in ENDS_WITH_LIFE
        and days.first
        and all(certainly_after(day, death) for day in days.first)
    ):
        message = f"'{escape(person.id, 60)}' died '{death.text}', before '{days.first[0].text}'"
    if message:
        yield Fault(message, (*node.route, key), "correct a date or the role, or look for a namesake")


def _is_active(node: Node) -> bool:
    """Say whether somebody did something, whatever it was; one can be rehabilitated, or quoted, after one's death."""
    if node.shape.name == "event.participant":
        return node.value["role"] in ACTIVE_ROLES
    return node.value.get("delivery", node.value.get("presence", "present")) in {"given", "present"}
