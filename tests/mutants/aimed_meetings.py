"""Faults of sense that one rule alone can tell, of meetings, events and those who take part; each names its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import at
from tests.mutants.exchanged import other_reference, other_word
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.slips import from_anywhere, to
from tests.mutants.structural import is_integer, is_text, is_word

if TYPE_CHECKING:
    from tests.mutants.spots import Spot


def _to_other_person(spot: Spot, around: Around) -> Change | None:
    others = [one.id for one in around.corpus.by_kind["person"] if one.id != spot.value]
    return respelt(spot, around.random.choice(others))


def _to_ministry(spot: Spot, around: Around) -> Change | None:
    others = [one.id for one in around.corpus.by_kind["organization"] if one.data["type"] == "ministry"]
    return respelt(spot, around.random.choice(others)) if others else None


def _to_partner(spot: Spot, around: Around) -> Change | None:
    """Name another who has the same role in the event."""
    others = [
        one["participant"]
        for one in spot.record.data["participants"]
        if one["role"] == spot.node.value["role"] and one["participant"] != spot.value and "post" not in one
    ]
    return respelt(spot, around.random.choice(others)) if others and "post" not in spot.node.value else None


def _is_owned_quotation(spot: Spot) -> bool:
    owner = spot.node.parent.value.get("claimant") if spot.node.parent else None
    return at("speaker", shape="quotation")(spot) and spot.value == owner and is_text(spot)


OPERATORS = (
    aimed(
        "chair-absent",
        "who presided is listed as absent",
        lambda s: at("presence", shape="meeting.attendant")(s) and s.node.value.get("role") == "chair",
        to("absent"),
        "chair-not-attending",
    ),
    aimed(
        "chair-made-member",
        "who presided is listed with another role",
        lambda s: at("role", shape="meeting.attendant")(s) and s.value == "chair",
        to("member"),
        "chair-not-recorded",
    ),
    aimed(
        "present-with-excuse",
        "whose reason to be absent is told is listed as present",
        lambda s: at("presence", shape="meeting.attendant")(s) and "absence_reason" in s.node.value,
        to("present"),
        "reason-to-be-absent",
    ),
    aimed(
        "body-made-ministry",
        "a ministry holds the meeting",
        at("body", shape="meeting"),
        _to_ministry,
        "body-of-wrong-type",
    ),
    aimed(
        "enlarged-denied",
        "an enlarged meeting is not enlarged",
        lambda s: at("enlarged")(s) and s.value is True,
        lambda s, _: replaced(s, "false"),
        "enlarged-in-name",
    ),
    aimed(
        "meeting-type-swapped",
        "another type of meeting than its name says",
        at("type", shape="meeting"),
        other_word,
        "type-against-name",
    ),
    aimed(
        "list-called-complete",
        "a list that the source leaves open is complete",
        lambda s: at("complete")(s) and s.value == "partial",
        to("complete"),
        "open-list-closed",
    ),
    aimed(
        "continues-forward",
        "a remark goes on with one that comes later",
        lambda s: at("continues")(s) and is_integer(s),
        lambda s, _: replaced(s, str(s.node.value["sequence"] + 1)),
        "split-remark-unjoined",
    ),
    aimed(
        "pointer-elsewhere",
        "a pointer with a day leads to another meeting",
        lambda s: at("meeting", shape="pointer")(s) and any(c.isdigit() for c in s.node.value.get("printed", "")),
        other_reference,
        "meeting-pointer-mismatch",
    ),
    aimed(
        "quoted-from-another",
        "words that one claims are quoted from another",
        _is_owned_quotation,
        _to_other_person,
        "words-of-another-speaker",
    ),
    aimed(
        "step-status-swapped",
        "document and meeting tell another outcome",
        lambda s: at("status")(s) and s.node.shape.name in {"meeting.document", "document.step"} and is_word(s),
        other_word,
        "status-differs",
    ),
    aimed(
        "step-elsewhere",
        "a step of a document was at another meeting",
        at("meeting", shape="document.step"),
        from_anywhere,
        "step-not-listed",
    ),
    aimed(
        "tie-to-another",
        "a tie between two people leads to a third",
        at("person", shape="person.relation"),
        _to_other_person,
        "relation-not-returned",
    ),
    aimed(
        "partner-twice",
        "one takes the place of another in the same role",
        at("participant", shape="event.participant"),
        _to_partner,
        "takes-part-twice",
    ),
    aimed(
        "category-elsewhere",
        "a body manages what another one manages",
        at("category", shape="jurisdiction.category"),
        from_anywhere,
        "controlled-twice",
    ),
    aimed(
        "controller-elsewhere",
        "what one body manages is under another",
        at("controller", shape="jurisdiction"),
        from_anywhere,
        "controller-twice",
    ),
    aimed(
        "place-swapped",
        "another place",
        lambda s: at("place")(s) and is_word(s),
        other_word,
        "place-not-in-passage",
    ),
)
