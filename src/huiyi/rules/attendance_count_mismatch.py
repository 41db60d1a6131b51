"""The number of people in a group at a meeting is not that of those listed by name, or is printed of another group."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.group"

_COUNTED = re.compile(r"(?<![\w.,])([0-9]+) ([a-z]+)")
"""A figure with the word right after it, as words_of writes them."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an exact count differs from a complete list, is less than any list, or is another group's."""
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
    elif other := _counted_instead(node, record, corpus):
        message = f"'{escape(name, 60)}' counts {count['value']}, which is printed of '{escape(other, 60)}'"
        yield Fault(message, (*node.route, "count", "value"), "give each group the number that stands before its word")


def _counted_instead(node: Node, record: Record, corpus: Corpus) -> str:
    """Give the word before which the passages print the count, if a group begins with it, and this one has another."""
    own = _first_word(node.value)
    for passage in passages(node, corpus) or ():
        printed = [(int(figure), word) for figure, word in _COUNTED.findall(words_of(passage))]
        words = {word for figure, word in printed if figure == node.value["count"]["value"]}
        is_elsewhere = any(word == own for _, word in printed)
        if is_elsewhere and words and own not in words:
            others = map(_first_word, record.data["attendance"]["groups"])
            return next((word for word in others if word in words), "")
    return ""


def _first_word(group: Mapping[str, Any]) -> str:
    return words_of(group["group"]).partition(" ")[0]


def _tallies(record: Record) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Count the groups of each name, and the people listed as present and as absent for each."""
    attendance = record.data["attendance"]
    groups = Counter(group["group"] for group in attendance["groups"])
    return groups, Counter((one.get("group", ""), one["presence"]) for one in attendance.get("people", ()))
