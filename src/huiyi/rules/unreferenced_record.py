"""A record stands by itself: nothing refers to it, and it refers to nothing but its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.corpus import REDIRECT
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("person", "organization", "work", "term", "document")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where no reference joins the record to another."""
    if record.id in corpus.remembered(__name__, lambda: _alone(corpus)):
        message = f"nothing refers to the {node.shape.name} '{escape(record.id, 60)}', and it refers to nothing"
        yield Fault(message, ("id",), "refer to it where the sources mention it, or take it out")


def _alone(corpus: Corpus) -> AbstractSet[str]:
    """Give the records at neither end of a reference to another record, citing a source apart."""
    joined: set[str] = set()
    for reference in corpus.references:
        target = reference.target.partition("#")[0]
        if reference.node.shape.name not in {"evidence", REDIRECT} and target != reference.record.id:
            joined |= {reference.record.id, target}
    # What an unread record refers to nobody knows, nor which record a reference that leads nowhere was meant for.
    return frozenset() if corpus.unread or joined - corpus.records.keys() else corpus.records.keys() - joined
