"""A number, name or printed form is not in the passage that the record cites for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from huiyi.evidence import Located, locate, selector
from huiyi.evidence.wording import wording, words_of
from huiyi.findings import Fault
from huiyi.values.numerals import printed_forms
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.evidence.wording import Wording
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "node"
NEEDS_TEXTS = True

COUNTED = frozenset({"statistic", "count"})
NOT_PRINTED = frozenset({"derived", "supplied"})


class Place(NamedTuple):
    """A cited passage and its offsets in the text."""

    passage: Passage
    start: int
    end: int


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each value of the node that none of its passages prints."""
    if node.shape.name == "evidence" or not (sought := list(_sought(node))):
        return
    places = _places(node, corpus)
    for key, value, forms in sought:
        if places and not any(_is_printed(form, place, corpus) for form in forms for place in places):
            more = f" or {len(places) - 1} more" if len(places) > 1 else ""
            message = f"'{escape(str(value), 60)}' is not printed in {places[0].passage}{more}"
            hint = "correct the value or the passage, or say in basis and reason how it is known"
            yield Fault(message, (*node.route, key), hint)


def _sought(node: Node) -> Iterator[tuple[str, object, Sequence[str]]]:
    """Give each value of the node that a source prints: its key, itself, the forms it may have there.

    What is inferred from a printed form leaves the form printed; an inferred number need not be.
    """
    for key, value in node.value.items():
        field = node.shape.fields.get(key)
        if field is None:
            continue
        if field.is_printed and (words := words_of(value)):
            yield key, value, (words,)
        elif node.shape.name in COUNTED and "printed" not in node.value and key in {"value", "maximum"} and value >= 0:
            if _basis(node) == "stated":
                yield key, value, [words_of(form) for form in printed_forms(value)]


def _basis(node: Node) -> object:
    """Give how the nearest statement around a node is known."""
    around: Node | None = node
    while around is not None and "basis" not in around.value:
        around = around.parent
    return around.value["basis"] if around else "stated"


def _places(node: Node, corpus: Corpus) -> list[Place]:
    """Locate the passages of the nearest statement around a node; none where any of them is not known."""
    items: Sequence[dict[str, object]] = ()
    around: Node | None = node
    while around is not None and around.value.get("basis") not in NOT_PRINTED and not items:
        items = around.value.get("evidence", ())
        around = around.parent
    places = []
    for item in items:
        passage = selector(item)
        text = corpus.texts.get(passage.source)
        place = locate(passage, text) if text else None
        if not isinstance(place, Located):
            return []
        places.append(Place(passage, place.start, place.end))
    return places


def _is_printed(words: str, place: Place, corpus: Corpus) -> bool:
    source = place.passage.source
    readings = corpus.remembered((__name__, source), lambda: _readings(corpus.texts[source].text))
    return any(reading.holds(words, place.start, place.end) for reading in readings)


def _readings(text: str) -> tuple[Wording, Wording]:
    """Read a text twice, since a hyphen at a line's end may be the printer's or the word's own."""
    return wording(text), wording(text, joins_cut_words=True)
