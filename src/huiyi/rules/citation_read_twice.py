"""One printed citation is read in two ways in two places of the records."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "citation"

READ = ("work", "volume", "pages", "cited_in")

Key = tuple[str, int, int, str]
Reading = tuple[str, "Route", "Mapping[str, Any]"]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another record has the same printed form, on the same line, as another work or page."""
    readings = corpus.remembered((__name__, "readings"), lambda: _readings(corpus))
    for key in READ:
        own: str = node.value.get(key, "")
        for printing in _printings(node) if own else ():
            for place, route, citation in readings[printing]:
                theirs = citation.get(key, own)
                if theirs != own and (place, route) != (record.id, node.route):
                    words = f"'{key}' is '{escape(own, 60)}' here, and '{escape(theirs, 60)}' in '{escape(place, 60)}'"
                    hint = "compare both with the passage and correct the one that is wrong"
                    yield Fault(f"{words}, for one printed citation", (*node.route, key), hint)
                    return


def _readings(corpus: Corpus) -> Mapping[Key, list[Reading]]:
    """Give the citations of each printing, one of each reading."""
    found: dict[Key, dict[tuple[Any, ...], Reading]] = defaultdict(dict)
    for reference in corpus.references:
        node = reference.node
        if node.shape.name == "citation":
            for printing in _printings(node):
                read = tuple(node.value.get(key) for key in READ)
                found[printing].setdefault(read, (reference.record.id, node.route, node.value))
    return defaultdict(list, {key: list(readings.values()) for key, readings in found.items()})


def _printings(citation: Node) -> Iterator[Key]:
    """Give the places where a citation is printed, each with its words."""
    if "printed" in citation.value:
        for item in citation.value.get("evidence", ()):
            yield (item["source"], *item["lines"], citation.value["printed"])
