"""The number of people in a group at a meeting is not the number of those listed by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.group"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an exact count differs from a complete list, or is less than any list."""
    count, name = node.value.get("count"), node.value["group"]
    groups, people = corpus.remembered((__name__, record.document.path), lambda: _tallies(record))
    if count is None or count["comparator"] != "exactly" or groups[name] > 1:
        return
    listed = people[name, node.value["presence"]]
    is_complete = node.value.get("complete") == "complete"
    if listed > count["value"] or (is_complete and listed != count["value"]):
        names = "a complete list of names" if is_complete else "the list of names"
        message = f"'{escape(name, 60)}' counts {count['value']}, and {names} has {listed}"
        yield Fault(message, (*node.route, "count", "value"), "correct the count, or how complete the list is")


def _tallies(record: Record) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Count the groups of each name, and the people listed as present and as absent for each."""
    attendance = record.data["attendance"]
    groups = Counter(group["group"] for group in attendance["groups"])
    return groups, Counter((one.get("group", ""), one["presence"]) for one in attendance.get("people", ()))
