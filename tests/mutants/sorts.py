"""What sort of value stands at a spot: a text, a reference, a word of a vocabulary, a date, an item of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.mutants.operators import Applies
    from tests.mutants.spots import Spot

LONG_ENOUGH = 8
OWN_WORDS = {
    "text",
    "note",
    "reason",
    "treatment",
    "gloss",
    "provision",
    "statement",
    "description",
    "purpose",
    "counted",
}


def is_text(spot: Spot) -> bool:
    """Say whether a spot is a text written on one line."""
    return isinstance(spot.value, str) and spot.token is not None


def is_plain(spot: Spot) -> bool:
    return is_text(spot) and spot.token is not None and spot.token[0] not in "'\""


def is_block_entry(spot: Spot) -> bool:
    return not spot.is_item and not spot.sheet.is_flow(spot.key_line, spot.key_column)


def is_reference(spot: Spot) -> bool:
    return spot.field is not None and bool(spot.field.refers_to) and is_text(spot)


def is_word(spot: Spot) -> bool:
    return spot.field is not None and bool(spot.field.vocabulary) and is_text(spot)


def is_choice(spot: Spot) -> bool:
    return spot.field is not None and bool(spot.field.enum) and is_text(spot)


def is_integer(spot: Spot) -> bool:
    return spot.field is not None and spot.field.type == "integer" and spot.token is not None


def is_pair(spot: Spot) -> bool:
    return spot.field is not None and bool(spot.field.columns) and spot.token is not None


def is_date(spot: Spot) -> bool:
    return spot.name == "edtf" and is_text(spot)


def is_free_text(spot: Spot) -> bool:
    """Say whether a spot is a text in the curator's own words."""
    return (
        spot.name in OWN_WORDS and is_text(spot) and spot.node.shape.name != "name" and len(spot.value) >= LONG_ENOUGH
    )


def at(*names: str, shape: str = "") -> Applies:
    """Give a test for entries of these names, in mappings of one shape where it is given."""
    return lambda spot: not spot.is_item and spot.name in names and shape in {"", spot.node.shape.name}


def is_evidence(spot: Spot) -> bool:
    """Say whether a spot is an entry of a piece of evidence."""
    return spot.node.shape.name == "evidence" and not spot.is_item


def is_mapping_item(spot: Spot) -> bool:
    return spot.is_item and isinstance(spot.value, dict)


def items(*names: str) -> Applies:
    """Give a test for mappings in the lists of these names."""
    return lambda spot: is_mapping_item(spot) and spot.name in names
