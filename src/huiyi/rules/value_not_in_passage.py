"""A number, name or printed form is not in the passage that the record cites for it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from huiyi.covering import place_of_doubt
from huiyi.evidence import Passage, selector
from huiyi.evidence.printed import printed
from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import NOT_PRINTED, outward
from huiyi.values.numerals import ordinal_forms, printed_forms
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence.printed import Printed
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "content"
NEEDS_TEXTS = True

COUNTS = frozenset({"value", "maximum", "seats"})
COUNTED = frozenset({"statistic", "count", "organization.post"})
NUMBERS = frozenset({"ordinal", "congress"})
PRINTED_ALSO = frozenset(
    {
        ("source.unit", "printed_number"),
        ("citation", "note_mark"),
        ("work.identifier", "identifier"),
        ("work", "publisher"),
    }
)
"""What no schema calls printed: a number of a unit in its own lines, the mark of a note, and what is told of a work."""
TITLES = ("organization.post", "title")
"""What may be told in other words, but where its last word is printed the others are as well: vice, deputy director."""
AREAS = ("organization", "jurisdiction")
"""What may be put together, of words of which one at least is printed."""
LONG = 4
"""How many letters a word must have to tell of an area."""
READABLE = frozenset({"english", "hanzi-simplified", "hanzi-traditional"})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each value of the node that none of its passages prints."""
    if not (sought := list(_sought(node))):
        return
    passages = _passages(node, record, corpus)
    is_put_together = node.shape.name == "name" and _is_put_together(node)
    for key, value, forms in sought:
        if passages is None or any(passages.holds(form) for form in forms):
            continue
        if (node.shape.name, key) == TITLES and not passages.holds(forms[0].rpartition(" ")[2]):
            continue
        if is_put_together and passages.holds_each(forms[0]):
            continue
        message = f"'{escape(str(value), 60)}' is not printed in {passages}"
        hint = "correct the value or the passage, or say in basis and reason how it is known"
        holder = _statement(node) or node
        yield Fault(message, place_of_doubt(holder, (*node.route, key), corpus), hint)


def _sought(node: Node) -> Iterator[tuple[str, object, Sequence[str]]]:
    """Give each value of the node that a source prints: its key, itself, the forms it may have there.

    What is inferred from a printed form leaves the form printed; an inferred number need not be.
    """
    for key, value in node.value.items():
        field = node.shape.fields.get(key)
        if field is None:
            continue
        if field.is_printed or (node.shape.name, key) in PRINTED_ALSO:
            if words := words_of(value):
                yield key, value, (words,)
        elif (node.shape.name, key) == TITLES and value.isascii():
            words = words_of(value)
            yield key, value, (words, f"{words}s", re.sub("man$", "men", words))
        elif (node.shape.name, key) == AREAS:
            yield key, value, [word for word in words_of(value).split() if len(word) >= LONG] or [""]
        elif key in COUNTS and node.shape.name in COUNTED and _is_figure(node, key, value):
            yield key, value, [words_of(form) for form in printed_forms(value)]
        elif key in NUMBERS and node.shape.name == "meeting" and _is_figure(node, key, value):
            forms = [words_of(form) for form in ordinal_forms(value)]
            if not _is_named(node, forms):
                yield key, value, forms


def _is_figure(node: Node, key: str, number: float) -> bool:
    """Say whether a number stands in the source as it is: no other form is given, and the source states it.

    What is inferred of a group is that it was there, and not its count.
    """
    basis = next((one.value["basis"] for one in outward(node) if "basis" in one.value), "stated")
    is_stated = basis == "stated" or (node.shape.name == "count" and basis == "inferred")
    # Of a sole seat the article tells: the director.
    is_told = number >= 0 and (key, number) != ("seats", 1)
    return "printed" not in node.value and is_told and is_stated


def _is_named(meeting: Node, forms: Sequence[str]) -> bool:
    """Say whether a name of the meeting prints its number, or may do so in a language that is not read here."""
    names = meeting.value["names"]
    texts = [f" {words_of(name['text'])} " for name in names]
    is_read = all(name["system"] in READABLE for name in names)
    return not is_read or any(f" {form} " in text for form in forms for text in texts)


def _passages(node: Node, record: Record, corpus: Corpus) -> Printed | None:
    """Take together the passages in which the values of a node stand; None where any of them is not known."""
    if node.shape.name == "source.unit":
        first, last = node.value["lines"]
        return printed([Passage(record.id, first, last)], corpus.texts)
    if node.shape.name == "meeting":
        return printed(map(selector, _evidence_of_meeting(node)), corpus.texts)
    holder = _statement(node)
    if holder is None:
        return None
    # Many values may lean on the evidence of one statement, and that may be long: it is located once.
    key = (__name__, record.document.path, holder.route)
    return corpus.remembered(key, lambda: printed(map(selector, holder.value["evidence"]), corpus.texts))


def _statement(node: Node) -> Node | None:
    """Give the nearest statement around a node that cites anything; None where what it holds is not printed."""
    for around in outward(node):
        if around.value.get("basis") in NOT_PRINTED:
            return None
        if "evidence" in around.value:
            return around
    return None


def _evidence_of_meeting(meeting: Node) -> Iterator[Mapping[str, Any]]:
    """Give what a meeting and its names cite, since its number most often stands in a name."""
    return chain.from_iterable(one.get("evidence", ()) for one in (meeting.value, *meeting.value["names"]))


def _is_put_together(node: Node) -> bool:
    """Say whether a name may be made up of words that do not stand side by side, or that run together."""
    return bool(node.value["form"] == "description" or node.value["basis"] == "inferred")
