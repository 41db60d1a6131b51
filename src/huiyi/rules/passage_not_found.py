"""The words at the ends of a cited passage are not on its lines, or do not single it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import NotFound, selector
from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("evidence", "source.unit")
NEEDS_TEXTS = True

KEYS = {
    "opening-not-in-lines": "from",
    "closing-not-in-lines": "to",
    "closing-before-opening": "to",
    "several-passages": "lines",
    "blank-lines": "lines",
}


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the text at hand does not hold the passage, or the lines of a unit, exactly once."""
    place = located(selector({"source": record.id, **node.value}), corpus)
    # Lines that do not exist are told by reversed-lines, which needs no text.
    if isinstance(place, NotFound) and place.fault in KEYS:
        yield Fault(place.reason, (*node.route, KEYS[place.fault]), place.hint)
