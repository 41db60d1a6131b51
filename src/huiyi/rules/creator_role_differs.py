"""The source says that somebody edited or translated a work, and the record says something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "work.creator"

_ROLES = tuple(
    (re.compile(pattern, re.IGNORECASE), role)
    for pattern, role in (
        (r"\bedited by\b|\beditors?\b|\(eds?\.\)|主编", "editor"),
        (r"\btranslated by\b|\btranslators?\b|\btrans\.", "translator"),
        (r"\bcompiled by\b|\bcompilers?\b", "compiler"),
        (r"\bauthors?\b", "author"),
    )
)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the ends of the passages name one role alone, and the creator has another."""
    ends = [item.get(key, "") for item in node.value.get("evidence", ()) for key in ("from", "to")]
    words = {hit[0]: role for end in ends for pattern, role in _ROLES if (hit := pattern.search(end))}
    if len(set(words.values())) == 1 and node.value["role"] not in words.values():
        word, role = next(iter(words.items()))
        message = f"the role is '{escape(node.value['role'], 60)}', and the passage says '{escape(word, 60)}'"
        yield Fault(message, (*node.route, "role"), f"set the role to '{role}', or correct the passage")
