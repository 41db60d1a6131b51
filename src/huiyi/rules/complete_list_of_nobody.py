"""A list of those who attended is called complete, and lists nobody, or a group of it is open itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.attendance"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a complete list is empty, or holds a group that is only partly known."""
    if node.value["complete"] != "complete":
        return
    groups = node.value.get("groups", ())
    open_groups = [one["group"] for one in groups if one.get("complete") in {"partial", "unknown"}]
    if not groups and not node.value.get("people"):
        yield Fault("the list is complete, and lists nobody", (*node.route, "complete"), "call the list 'unknown'")
    elif open_groups:
        message = f"the list is complete, and its group '{escape(open_groups[0], 60)}' is not"
        yield Fault(message, (*node.route, "complete"), "call the list 'partial', or the group complete")
