"""A claim disputes another that has the same owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import OWNERS
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "claim"

TAKEN_BACK = frozenset({"denial", "confession"})
"""Types of claims with which somebody may turn against words of their own."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at each claim disputed that has the owner of this one."""
    own = {key: node.value[key] for key in OWNERS if key in node.value}
    if node.value["type"] in TAKEN_BACK:
        return
    for place, target in enumerate(node.value.get("disputes", ())):
        theirs = corpus.records.get(target)
        if theirs is not None and own and own == {key: theirs.data[key] for key in OWNERS if key in theirs.data}:
            owner = escape(next(iter(own.values()), ""), 60)
            message = f"this claim of '{owner}' disputes '{escape(target, 60)}', which is theirs, too"
            yield Fault(message, ("disputes", place), "put it under 'supports', or correct the owner of one of the two")
