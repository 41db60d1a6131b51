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
    is_put_together = node.shape.name == "name" and _is_put_together(node)
    for key, value, forms in sought:
        if not places or any(_is_printed(form, place, corpus) for form in forms for place in places):
            continue
        if is_put_together and _are_words_printed(forms[0], places, corpus):
            continue
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
        elif node.shape.name in COUNTED and key in {"value", "maximum"} and _is_figure(node, value):
            yield key, value, [words_of(form) for form in printed_forms(value)]


def _is_figure(node: Node, number: float) -> bool:
    """Say whether a number stands in the source as it is: no other form is given, and the source states it."""
    around: Node | None = node
    while around is not None and "basis" not in around.value:
        around = around.parent
    basis = around.value["basis"] if around else "stated"
    return "printed" not in node.value and number >= 0 and bool(basis == "stated")


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


def _is_put_together(node: Node) -> bool:
    """Say whether a name may be made up of words that do not stand side by side, or that run together."""
    return bool(node.value["form"] == "description" or node.value["basis"] == "inferred")


def _are_words_printed(words: str, places: list[Place], corpus: Corpus) -> bool:
    """Say whether each word of a name is printed in some passage, or all its letters in one."""
    if all(any(_is_printed(word, place, corpus) for place in places) for word in words.split()):
        return True
    texts = (corpus.texts[place.passage.source].text[place.start : place.end] for place in places)
    return any(words.replace(" ", "") in words_of(text).replace(" ", "") for text in texts)


def _readings(text: str) -> tuple[Wording, Wording]:
    """Read a text twice, since a hyphen at a line's end may be the printer's or the word's own."""
    return wording(text), wording(text, joins_cut_words=True)
