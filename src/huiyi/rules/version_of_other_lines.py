"""A category of cadres is put into one version of a division and cited from the lines of the other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "jurisdiction.category"

Line = tuple[str, int]
Key = tuple[str, str]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where other records of the division cite these lines for the other version alone."""
    division, own = record.data.get("division", ""), _lines(node.value)
    if not division or not own:
        return
    cited = corpus.remembered((__name__, "cited"), lambda: _cited(corpus))
    version = node.value["version"]
    others = {other: cited[division, other] for other in ("narrative", "table")}
    theirs = {
        other: {line for line, records in lines.items() if records - {record.id}} for other, lines in others.items()
    }
    wrong = next((other for other, lines in theirs.items() if other != version and _lies_in(own, lines)), None)
    if wrong and own.isdisjoint(theirs[version]) and theirs[version]:
        message = f"the version is '{escape(version, 60)}', and the lines cited are those of the {wrong}"
        yield Fault(message, (*node.route, "version"), f"set the version to '{wrong}', or cite the other lines")


def _lies_in(own: set[Line], lines: set[Line]) -> bool:
    """Say whether all lines lie between the first and the last of some, source by source."""
    return bool(lines) and all(
        any(source == of for of, _ in lines)
        and min(at for of, at in lines if of == source) <= line <= max(at for of, at in lines if of == source)
        for source, line in own
    )


def _lines(category: Mapping[str, Any]) -> set[Line]:
    """Give the lines on which the passages of a category begin."""
    return {(item["source"], item["lines"][0]) for item in category.get("evidence", ())}


def _cited(corpus: Corpus) -> Mapping[Key, dict[Line, set[str]]]:
    """Give for each version of each division the lines that are cited for it, and by which records."""
    cited: dict[Key, dict[Line, set[str]]] = defaultdict(lambda: defaultdict(set))
    for record in corpus.by_kind["jurisdiction"]:
        for category in record.data["controlled"]:
            for line in _lines(category):
                cited[record.data.get("division", ""), category["version"]][line].add(record.id)
    return cited
