"""A passage is declared to hold no data, and a record cites it all the same."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import cited_passages
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "source.empty"


class Cited(NamedTuple):
    """Lines that a record cites, from `first` to `last`."""

    first: int
    last: int
    record: str


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where evidence reaches into the passage, naming a record that cites it."""
    first, last = node.value["lines"]
    cited = corpus.remembered((__name__, record.id), lambda: _cited(record, corpus))
    at = bisect_left(cited, first, key=lambda one: one.last)
    if at < len(cited) and cited[at].first <= last:
        low, high = max(first, cited[at].first), min(last, cited[at].last)
        lines = f"line {low}" if low == high else f"lines {low}-{high}"
        empty = f"[{first}, {last}]"
        message = f"'{escape(cited[at].record, 60)}' cites {lines}, and {empty} is declared to hold no data"
        yield Fault(message, (*node.route, "lines"), "cite other lines, or take these out of no_data")


def _cited(source: Record, corpus: Corpus) -> list[Cited]:
    """Give the cited lines of a source in order, each once, so that a passage is looked up quickly."""
    passages = cited_passages(corpus)[source.id].items()
    cited: list[Cited] = []
    end = 0
    for first, last, citing in sorted((passage.first, passage.last, address) for passage, address in passages):
        if last > end:
            cited.append(Cited(max(first, end + 1), last, citing.partition("#")[0]))
            end = last
    return cited
