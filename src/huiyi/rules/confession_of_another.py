"""A confession is about somebody else than the one who makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "claim"

CONFESSION = "confession"
PERSON = "person"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a confession has an owner on record who is not among its subjects, or is a text."""
    claimant, subjects = node.value.get("claimant"), node.value.get("about", ())
    if node.value["type"] != CONFESSION or claimant is None:
        return
    kind = corpus.shape_at(claimant)
    if kind in {"work", "document"}:
        message = f"this is a confession, and '{escape(claimant, 60)}' is a {kind}"
        yield Fault(message, ("type",), "name the one who confesses, or choose another type")
    elif kind == PERSON and claimant not in subjects and any(corpus.shape_at(one) == PERSON for one in subjects):
        message = f"'{escape(claimant, 60)}' confesses, and this is about '{escape(subjects[0], 60)}'"
        yield Fault(message, ("claimant",), "correct the claimant, the subjects or the type")
