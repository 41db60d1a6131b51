"""A statement that rested on a passage is gone, and no record cites the passage any more."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.covering import cited_passages
from huiyi.evidence import selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "record"
BLOCKS_RELEASE = True


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give one fault where the lock knows passages that this record cited and nobody cites now."""
    gone = corpus.remembered((__name__, "gone"), lambda: _gone(corpus)).get(record.id, ())
    # A passage exchanged for another one is told by the other, which the lock does not hold yet.
    if gone and all(selector(node.value) in corpus.lock.entries for node in _evidence(record)):
        passage, address = gone[0]
        more = f", and {len(gone) - 1} more passages" if len(gone) > 1 else ""
        message = f"'{escape(address, 80)}' rested on {passage}{more}, which no record cites any more"
        hint = "cite it where it belongs; if the statement went on purpose, write the lock anew with 'huiyi lock'"
        yield Fault(message, _place(address, record), hint, at_key=True)


def _gone(corpus: Corpus) -> Mapping[str, list[tuple[Passage, str]]]:
    """Give what is cited no more, by the record that cited it; nothing while a record cannot be read."""
    found: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
    if not corpus.unread:
        cited = {passage for passages in cited_passages(corpus).values() for passage in passages}
        for passage, entry in corpus.lock.entries.items():
            if passage not in cited and entry.cited_by:
                found[entry.cited_by.partition("#")[0]].append((passage, entry.cited_by))
    return found


def _evidence(record: Record) -> Iterator[Node]:
    return (node for node in record.nodes() if node.shape.name == "evidence")


def _place(address: str, record: Record) -> Route:
    """Give the route of what stands at an address now, or of the nearest mapping around the place."""
    routes = {node.address: node.route for node in record.nodes()}
    while address not in routes and "#" in address:
        start, mark, _ = address.rpartition(".")
        address = start if mark else address.partition("#")[0]
    # Where there is no evidence any more, the nearest place is that of the statement itself.
    return (*routes.get(address, ()), "evidence")
