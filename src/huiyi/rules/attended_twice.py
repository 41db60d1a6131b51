"""One person is listed twice as present at a meeting, in the same role and group."""

from __future__ import annotations

from collections import defaultdict
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


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at every entry but the first that says of a person what an earlier one says."""
    if node.value["presence"] != "present":
        return
    first = corpus.remembered(
        (__name__, record.document.path), lambda: _first_entries(record.data["attendance"]["people"])
    )
    position = int(node.route[-1])
    if (earlier := first[_key(node.value)]) < position:
        message = f"'{escape(node.value['person'], 60)}' is listed at {earlier + 1} and, alike, at {position + 1}"
        yield Fault(message, (*node.route, "person"), "take one of the two out, or correct the person or the role")


def _key(attendant: Mapping[str, Any]) -> tuple[str, ...]:
    return (attendant["person"], attendant["presence"], attendant.get("role", ""), attendant.get("group", ""))


def _first_entries(people: list[Mapping[str, Any]]) -> Mapping[tuple[str, ...], int]:
    entries: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, attendant in enumerate(people):
        entries[_key(attendant)].append(position)
    return {key: positions[0] for key, positions in entries.items()}
