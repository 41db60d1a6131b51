"""The source prints a measure beside a number, and the record counts in another unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import beside
from huiyi.evidence import selector
from huiyi.expressing import expressions, unit_word
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

MOST_PASSAGES = 20
"""A value that cites more is passed over: each passage may be a whole source."""

PER_CENT = "per-cent"
"""The unit of shares, which a source may give as a third or a half."""

Measure = tuple[str, str]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where every place that prints the number goes on with another measure, or none prints this one."""
    unit, printed = node.value["unit"], node.value.get("printed", "")
    own = unit_word(unit, corpus)
    items = node.value.get("evidence", ())
    found = _printed_beside(printed, items, corpus) if printed and len(items) <= MOST_PASSAGES else []
    measures = [measure for measure in found if measure]
    route = (*node.route, "unit")
    if measures and len(measures) == len(found) and own not in {key for key, _ in measures}:
        shown = f"'{escape(printed, 60)}' is followed by '{measures[0][1]}'"
        yield Fault(f"the unit is '{escape(unit, 60)}', and {shown}", route, "correct the unit, or the passage")
    elif found and not measures and _is_unprinted(own, node, corpus):
        message = f"the unit is '{escape(unit, 60)}', and the passages print no '{escape(unit, 60)}'"
        yield Fault(message, route, "correct the unit, or the passage")


def _printed_beside(printed: str, items: Sequence[Mapping[str, Any]], corpus: Corpus) -> list[Measure | None]:
    """Give the measure in the printed form; or that after each place where a passage prints it, None where none is."""
    within = _measure(printed[-1:], corpus)
    if within:
        return [within]
    return [_measure(after, corpus) for item in items for _, after in beside(printed, selector(item), corpus)]


def _measure(after: str, corpus: Corpus) -> Measure | None:
    """Give the measure with which some words begin, and how it is printed."""
    known = expressions("unit", corpus)
    return next(((key, hit[0].strip()) for key, one in known.items() if (hit := one.beside("", after))), None)


def _is_unprinted(own: str, node: Node, corpus: Corpus) -> bool:
    """Say whether no passage at all names a measure; False of other units, and where a passage is not at hand."""
    texts = passages(node, corpus)
    known = expressions("unit", corpus)
    is_measure = own != PER_CENT and own in known and known[own].is_beside_number
    return is_measure and texts is not None and not known[own].find(texts)
