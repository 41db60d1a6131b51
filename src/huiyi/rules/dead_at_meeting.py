"""Somebody attends a meeting or speaks there after their death."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.lifetimes import PEOPLE, act_in_doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Fault
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.attendant", "meeting.speech")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the meeting, or the day of the speech, is certainly later than the person's death.

    Where more records contradict the death than confirm it, acts-outside-life tells it once, at the death.
    """
    route = (*node.route, PEOPLE[node.shape.name])
    yield from act_in_doubt("dead-at-meeting", record, route, corpus, "correct a date, or look for a namesake")
