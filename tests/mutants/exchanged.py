"""Faults of sense by exchange: one well-formed word, name, reference or figure stands in the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.cross_field import cross_field, misspelt_letter, other_digit
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.sorts import at, is_choice, is_evidence, is_free_text, is_reference, is_text, is_word

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

QUOTED_WORDS = 14


def to_sibling(spot: Spot, around: Around) -> Change | None:
    """Take the value that another item of the same list has in the same place."""
    others = [
        other.value
        for other in around.spots
        if other.name == spot.name
        and other.record is spot.record
        and other.node.shape is spot.node.shape
        and other.value != spot.value
    ]
    return replaced(spot, str(around.random.choice(others))) if others else None


def taken_name(spot: Spot, around: Around) -> Change | None:
    """Take the name of another record of the kind, in the same writing."""
    others = [
        other.value
        for other in around.spots
        if other.name == "text"
        and other.node.shape.name == "name"
        and other.record.kind is spot.record.kind
        and other.record is not spot.record
        and other.node.value["system"] == spot.node.value["system"]
    ]
    return respelt(spot, around.random.choice(others)) if others else None


def other_reference(spot: Spot, around: Around) -> Change | None:
    """Lead to another record of the kind of the true one."""
    true = around.corpus.records.get(spot.value)
    if true is None:
        return None
    others = [record.id for record in around.corpus.by_kind[true.kind.name] if record.id != spot.value]
    return respelt(spot, around.random.choice(others)) if others else None


def _retired(spot: Spot, around: Around) -> Change | None:
    """Lead to an identifier that is retired."""
    retired = [identifier for identifier in around.corpus.retired if identifier != spot.value]
    return respelt(spot, around.random.choice(retired)) if retired else None


def to_other_person(spot: Spot, around: Around) -> Change | None:
    """Lead to another person on record, whoever may be there."""
    others = [one.id for one in around.corpus.by_kind["person"] if one.id != spot.value]
    return respelt(spot, around.random.choice(others))


def _to_itself(spot: Spot, _around: Around) -> Change | None:
    allowed = () if spot.field is None else spot.field.refers_to
    return respelt(spot, spot.record.id) if {"*", "#", spot.record.kind.name} & set(allowed) else None


def other_word(spot: Spot, around: Around) -> Change | None:
    """Take another word of the vocabulary."""
    words = around.corpus.vocabulary(spot.field.vocabulary if spot.field else "") or {}
    others = sorted(set(words) - {spot.value})
    return respelt(spot, around.random.choice(others)) if others else None


def _other_choice(spot: Spot, around: Around) -> Change | None:
    others = [word for word in (spot.field.enum if spot.field else ()) if word != spot.value]
    return respelt(spot, around.random.choice(others)) if others else None


def _flipped(spot: Spot, _around: Around) -> Change | None:
    return replaced(spot, "false" if spot.value else "true")


def _quoted_prose(spot: Spot, around: Around) -> Change | None:
    """Copy a sentence of the passage that the statement cites."""
    items = spot.node.value.get("evidence", ())
    texts = [around.corpus.texts.get(item["source"]) for item in items]
    for item, text in zip(items, texts, strict=True):
        words = text.text[slice(*text.span(*item["lines"]))].split()[:QUOTED_WORDS] if text else []
        if len(words) == QUOTED_WORDS:
            return respelt(spot, '"' + " ".join(words).replace('"', "").replace("\\", "") + '"')
    return None


def _is_fact_text(spot: Spot) -> bool:
    return is_free_text(spot) and spot.node.shape.name == "point" and spot.name == "text"


def _is_name(spot: Spot) -> bool:
    return at("text", shape="name")(spot) and is_text(spot)


def _is_printed(spot: Spot) -> bool:
    is_own = spot.field is not None and spot.field.is_printed and spot.name != "hedge"
    return is_own and is_text(spot) and not is_evidence(spot)


OPERATORS = (
    cross_field(
        "key-of-sibling",
        "two items of a list have one key",
        lambda s: at("key", "sequence")(s) and s.token is not None,
        to_sibling,
        "key-twice",
    ),
    cross_field(
        "name-of-another", "a record takes the name of another of its kind", _is_name, taken_name, "name-form-shared"
    ),
    cross_field(
        "character-changed",
        "a Chinese name has another character",
        lambda s: _is_name(s) and not s.value.isascii(),
        misspelt_letter,
    ),
    cross_field(
        "reference-swapped",
        "a reference leads to another record of the kind",
        is_reference,
        other_reference,
        "reference-not-in-passage",
        "reference-out-of-source",
    ),
    cross_field("reference-retired", "a reference leads to a retired identifier", is_reference, _retired),
    cross_field("reference-to-itself", "a record refers to itself", is_reference, _to_itself, "reference-to-itself"),
    cross_field(
        "word-swapped",
        "another word of the vocabulary, but for the kind of an anomaly",
        lambda s: is_word(s) and s.node.shape.name != "anomaly",
        other_word,
    ),
    cross_field("choice-swapped", "another of a few fixed words", is_choice, _other_choice),
    cross_field("flag-flipped", "true for false", lambda s: isinstance(s.value, bool), _flipped),
    cross_field(
        "printed-misspelt",
        "a printed form has another letter",
        _is_printed,
        misspelt_letter,
        "value-not-in-passage",
        needs_texts=True,
    ),
    cross_field(
        "figure-in-text-changed",
        "another digit in the text of a point",
        _is_fact_text,
        other_digit,
        "figure-not-in-passage",
        needs_texts=True,
    ),
    cross_field(
        "prose-copied",
        "a point repeats its passage word by word",
        _is_fact_text,
        _quoted_prose,
        "copied-prose",
        needs_texts=True,
    ),
)
