"""The source says that somebody edited or translated a work, and the record says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "work.creator"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the ends of the passages name one role alone, and the creator has another."""
    ends = [item.get(key, "") for item in node.value.get("evidence", ()) for key in ("from", "to")]
    known = expressions("creator-role", corpus)
    words = {said: role for role, one in known.items() if (said := one.find(ends))}
    if len(set(words.values())) == 1 and node.value["role"] not in words.values():
        word, role = next(iter(words.items()))
        message = f"the role is '{escape(node.value['role'], 60)}', and the passage says '{escape(word, 60)}'"
        yield Fault(message, (*node.route, "role"), f"set the role to '{role}', or correct the passage")
