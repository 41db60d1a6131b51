"""Somebody attends a meeting or speaks there after their death."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, firm_date, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.attendant", "meeting.speech")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the meeting, or the day of the speech, is certainly later than the person's death."""
    key = "speaker" if node.shape.name == "meeting.speech" else "person"
    was_there = node.value.get("delivery", node.value.get("presence")) in {"given", "present"}
    person = corpus.records.get(node.value[key])
    if person is None or not was_there or not is_firm(node.value):
        return
    date, death = (
        firm_date(node.value if "date" in node.value else record.data, "date"),
        firm_date(person.data, "death_date"),
    )
    if date and death and certainly_after(date, death):
        message = f"'{escape(person.id, 60)}' died '{death.text}', before '{date.text}'"
        yield Fault(message, (*node.route, key), "correct a date, or look for a namesake")
