"""The source prints a measure beside a number, and the record counts in another unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

MOST_PASSAGES = 20
"""A value that cites more is passed over: each passage may be a whole source."""

_MEASURES = tuple(
    (re.compile(rf"\s*(?:{pattern})", re.IGNORECASE), units)
    for pattern, units in (
        (r"yuan\b|元", frozenset({"yuan"})),
        (r"dollars?\b", frozenset({"dollars", "dollar"})),
        (r"(?:metric )?tons?\b|tonnes?\b|吨", frozenset({"tons", "ton", "tonnes", "metric tons"})),
        (r"mu\b|亩", frozenset({"mu"})),
        (r"jin\b|斤", frozenset({"jin", "catties"})),
        (r"per ?cent\b|[%％]", frozenset({"per cent", "percent", "%"})),
    )
)

_SHARES = frozenset({"per cent", "percent", "%"})
"""Units of shares, which a source may give as a third or a half."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where every place that prints the number goes on with a measure, and the unit is none of them."""
    unit, printed = node.value["unit"], node.value.get("printed", "")
    items = node.value.get("evidence", ())
    if not printed or len(items) > MOST_PASSAGES:
        return
    found = [_measure(printed[-1:])]
    if found == [None]:
        found = [one for item in items for one in _measures(selector(item), printed, corpus)]
    measures = [measure for measure in found if measure]
    if found and not any(found) and (word := _unprinted(unit, node, corpus)):
        message = f"the unit is '{escape(unit, 60)}', and the passages print no '{escape(word, 60)}'"
        yield Fault(message, ("unit",), "correct the unit, or the passage")
    if measures and len(measures) == len(found) and not any(unit.casefold() in units for _, units in measures):
        message = f"the unit is '{escape(unit, 60)}', and '{escape(printed, 60)}' is followed by '{measures[0][0]}'"
        yield Fault(message, ("unit",), "correct the unit, or the passage")


def _unprinted(unit: str, node: Node, corpus: Corpus) -> str:
    """Give the unit where it is a measure that no passage names at all; empty where any does, or is not at hand."""
    pattern = next((pattern for pattern, units in _MEASURES if unit.casefold() in units - _SHARES), None)
    texts = passages(node, corpus)
    return unit if pattern and texts is not None and not any(map(pattern.search, texts)) else ""


def _measures(passage: Passage, printed: str, corpus: Corpus) -> Iterator[tuple[str, frozenset[str]] | None]:
    place = located(passage, corpus)
    if isinstance(place, Located):
        text = corpus.texts[passage.source].text
        for match in re.finditer(
            rf"(?<![0-9.,]){re.escape(printed)}(?![0-9]|[.,][0-9])", text[place.start : place.end]
        ):
            yield _measure(text[place.start + match.end() :][:20])


def _measure(after: str) -> tuple[str, frozenset[str]] | None:
    """Give the measure with which some words begin, and the units that it is."""
    return next(((hit[0].strip(), units) for pattern, units in _MEASURES if (hit := pattern.match(after))), None)
