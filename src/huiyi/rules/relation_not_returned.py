"""A relation that goes both ways stands in the record of one of the two alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "person.relation"

MUTUAL = frozenset({"ally", "rival", "spouse", "co-author"})
"""The relations that nobody has alone."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the other person is on record, and has no such relation to this one."""
    kind, other = node.value["type"], corpus.records.get(node.value["person"])
    if kind not in MUTUAL or other is None or other.kind.name != "person":
        return
    returned = corpus.remembered((__name__, other.document.path), lambda: _relations(other))
    if (kind, record.id) not in returned:
        message = f"'{escape(other.id, 60)}' is a '{kind}', and has no such relation to '{escape(record.id, 60)}'"
        yield Fault(message, (*node.route, "person"), "record it with the other as well, or correct the person")


def _relations(person: Record) -> frozenset[tuple[str, str]]:
    return frozenset((relation["type"], relation["person"]) for relation in person.data.get("relations", ()))
