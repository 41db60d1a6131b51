"""A group at a meeting is described by the name of one role, and put down with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.group"

VOCABULARY = "attendance-role"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the longest name of a role that opens the description is that of another role."""
    role, words = node.value.get("role"), corpus.vocabulary(VOCABULARY)
    if role is None or words is None:
        return
    text = f" {words_of(node.value['group'])} "
    opening = max(
        (key for key in words if text.startswith((f" {_name(key)} ", f" {_name(key)}s "))), key=len, default=""
    )
    if opening and role != opening:
        group = escape(node.value["group"], 60)
        message = f"the group is '{group}', and the role '{escape(role, 60)}' is not '{opening}'"
        yield Fault(message, (*node.route, "role"), "correct the role, or the description of the group")


def _name(key: str) -> str:
    return key.replace("-", " ")
