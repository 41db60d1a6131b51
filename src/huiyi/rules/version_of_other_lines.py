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

SEVERITY = "warning"
EXAMINES = "jurisdiction.category"

MUCH_NEARER = 3
"""How many times nearer the lines of the other version must be, so that the nearest ones of either may be slips."""

Line = tuple[str, int]
Key = tuple[str, str]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the lines that other records cite for the other version are much nearer."""
    division, own = record.data.get("division", ""), _lines(node.value)
    if not division or not own:
        return
    cited = corpus.remembered((__name__, "cited"), lambda: _cited(corpus))
    version = node.value["version"]
    others = {other: cited[division, other] for other in ("narrative", "table")}
    theirs = {
        other: {line for line, records in lines.items() if records - {record.id}} for other, lines in others.items()
    }
    own_gap = _gap(own, theirs[version])
    for other in theirs.keys() - {version}:
        gap = _gap(own, theirs[other])
        if gap is not None and own_gap is not None and gap * MUCH_NEARER < own_gap:
            message = f"the version is '{escape(version, 60)}', and the lines cited are those of the {other}"
            yield Fault(message, (*node.route, "version"), f"set the version to '{other}', or cite the other lines")


def _gap(own: set[Line], lines: set[Line]) -> int | None:
    """Give how far the line furthest from all of some is from the nearest; None where they are of another source."""
    gaps = [[abs(line - at) for source, at in lines if source == of] for of, line in own]
    return max(map(min, gaps)) if all(gaps) else None


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
