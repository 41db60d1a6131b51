"""Somebody writes a document, or has an active part in an event or meeting, before their birth or after their death."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.lifetimes import PEOPLE, act_in_doubt, bounds_in_doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Fault
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("person", *PEOPLE)

HINT = "correct a date or the role, or look for a namesake"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at a birth or death that more records contradict than confirm, and at an act that others contradict.

    All days of the act certainly lie before the birth of the person, or all after the death.
    """
    if node.shape.name == "person":
        yield from bounds_in_doubt(node, record, corpus, ("birth_date", "death_date"))
    else:
        route = (*node.route, PEOPLE[node.shape.name])
        yield from act_in_doubt("acts-outside-life", record, route, corpus, HINT)
