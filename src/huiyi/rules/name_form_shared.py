"""One printed form of a name leads to two records of the same kind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_before, firm_date
from huiyi.values.names import are_told_apart, same_form
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "name"

NO_NAME = frozenset({"title", "description"})
"""Forms that many may bear in turn: a post, or words that only describe."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the form also names a record that neither of the two is told apart from."""
    if node.value["form"] in NO_NAME:
        return
    bearers = corpus.remembered((__name__, "bearers"), lambda: _bearers(corpus))
    for other in bearers[record.kind.name, same_form(node.value["text"])].values():
        if other.id != record.id and not are_told_apart(record.data, other.data) and not _in_turn(record, other):
            text = escape(node.value["text"], 60)
            message = f"'{text}' names '{escape(record.id, 60)}' and '{escape(other.id, 60)}'"
            hint = "join the two records, or record an anomaly on both names"
            if "differs_from" in record.kind.shape.lists:
                hint = f"name the other in differs_from, {hint}"
            yield Fault(message, (*node.route, "text"), hint)
            return


def _in_turn(one: Record, other: Record) -> bool:
    """Say whether two meetings without a number in a series, from different sources, were certainly held in turn."""
    if one.kind.name != "meeting" or "ordinal" in one.data or "ordinal" in other.data:
        return False
    first, second = (firm_date(record.data, "date") for record in (one, other))
    is_apart = certainly_before(first, second) or certainly_before(second, first)
    return is_apart and one.data["type"] == other.data["type"] and _sources(one).isdisjoint(_sources(other))


def _sources(record: Record) -> frozenset[str]:
    return frozenset(item["source"] for node in record.nodes() for item in node.value.get("evidence", ()))


def _bearers(corpus: Corpus) -> Mapping[tuple[str, str], Mapping[str, Record]]:
    bearers: dict[tuple[str, str], dict[str, Record]] = defaultdict(dict)
    for record in corpus.all_records:
        for name in record.data.get("names", ()):
            if name["form"] not in NO_NAME:
                bearers[record.kind.name, same_form(name["text"])].setdefault(record.id, record)
    return bearers
