"""One person is listed twice as present at a meeting, in one group and in roles that tell nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.attendant"

PLAIN = frozenset({"attendee", "participant"})
"""The roles of everybody who is there: they tell nothing of one who is listed in another role as well."""

Entries = dict[tuple[str, str], dict[str, list[int]]]
"""The first two places of each role of a person in a group."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at both of two entries with the same role, or of which one has a plain role."""
    if node.value["presence"] != "present":
        return
    entries = corpus.remembered((__name__, record.document.path), lambda: _entries(record.data["attendance"]["people"]))
    roles, role, position = entries[_key(node.value)], node.value.get("role", ""), int(node.route[-1])
    others = [
        place
        for one, places in roles.items()
        for place in places
        if place != position and (one == role or role in PLAIN or one in PLAIN)
    ]
    if others:
        other = min(others)
        person = escape(node.value["person"], 60)
        message = f"'{person}' is listed at {other + 1} and, with no more to tell, at {position + 1}"
        yield Fault(message, (*node.route, "person"), "take one of the two out, or correct the person or the role")


def _key(attendant: Mapping[str, Any]) -> tuple[str, str]:
    return attendant["person"], attendant.get("group", "")


def _entries(people: list[Mapping[str, Any]]) -> Entries:
    entries: Entries = {}
    for position, attendant in enumerate(people):
        if attendant["presence"] == "present":
            places = entries.setdefault(_key(attendant), {}).setdefault(attendant.get("role", ""), [])
            places[:] = [*places, position][:2]
    return entries
