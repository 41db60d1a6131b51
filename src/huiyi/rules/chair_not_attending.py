"""Somebody is listed as the chair of a meeting and as absent from it."""

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
    """Give a fault where one entry of the attendance has the role chair and the presence absent."""
    if node.value.get("role") == "chair" and node.value["presence"] == "absent":
        who = escape(node.value.get("person") or node.value["group"], 60)
        message = f"'{who}' has the role 'chair' and the presence 'absent'"
        yield Fault(message, (*node.route, "presence"), "correct the role or the presence")
