"""Somebody is recorded as present, with a reason for being absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.attendant", "meeting.group")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the reason of an absence stands beside a presence."""
    reason = node.value.get("absence_reason")
    if node.value["presence"] == "present" and reason is not None:
        message = f"the presence is 'present', and the reason of absence '{escape(reason, 60)}'"
        yield Fault(message, (*node.route, "presence"), "set it to absent, or take the reason out")
