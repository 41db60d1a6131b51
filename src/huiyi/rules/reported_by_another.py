"""A claim is reported by another work than all other claims from the same line."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "claim"

Line = tuple[str, int]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a line that the claim cites has one other reporter, and nobody else names the claim's."""
    own = node.value.get("reported_by")
    if own is None:
        return
    reporters = corpus.remembered((__name__, "reporters"), lambda: _reporters(corpus))
    for line in _lines(node):
        others = Counter(reporters[line])
        others[own] -= 1
        others = +others
        if len(others) == 1 and own not in others:
            other = escape(next(iter(others)), 60)
            message = f"'{escape(own, 60)}' reports this, and '{other}' what else stands on line {line[1]}"
            yield Fault(message, ("reported_by",), f"name '{other}', or correct the other claims")
            return


def _reporters(corpus: Corpus) -> Mapping[Line, Counter[str]]:
    found: dict[Line, Counter[str]] = defaultdict(Counter)
    for record in corpus.by_kind["claim"]:
        node = next(record.nodes())
        if "reported_by" in node.value:
            for line in _lines(node):
                found[line][node.value["reported_by"]] += 1
    return found


def _lines(node: Node) -> frozenset[Line]:
    """Give the lines that a claim cites one by one."""
    return frozenset(
        (item["source"], item["lines"][0])
        for item in node.value.get("evidence", ())
        if item["lines"][0] == item["lines"][1]
    )
