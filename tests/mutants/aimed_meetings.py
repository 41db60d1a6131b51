"""Faults of sense that one rule alone can tell, of meetings, events and those who take part; each names its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.aimed_dates import dates_of
from tests.mutants.aiming import aimed
from tests.mutants.cross_field import decade_away, out
from tests.mutants.exchanged import other_reference, other_word, to_other_person, to_sibling
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.slips import added, from_anywhere, to
from tests.mutants.sorts import at, is_block_entry, is_date, is_integer, is_text, is_word

if TYPE_CHECKING:
    from tests.mutants.spots import Spot


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


def _is_of_open_list(spot: Spot) -> bool:
    attendance = spot.node.value
    is_open = any(group.get("complete") in {"partial", "unknown"} for group in attendance.get("groups", ()))
    is_empty = not attendance.get("people") and not attendance.get("groups")
    return at("complete", shape="meeting.attendance")(spot) and (is_open or is_empty)


def _to_days_of_another(spot: Spot, around: Around) -> Change | None:
    """Take the days of another meeting of the same body and type."""
    own = spot.record.data
    others = [
        one.data["date"]["edtf"]
        for one in around.corpus.by_kind["meeting"]
        if one is not spot.record
        and "date" in one.data
        and (one.data.get("body"), one.data["type"]) == (own.get("body"), own["type"])
    ]
    return respelt(spot, around.random.choice(others)) if others and "body" in own else None


def _to_earlier_meeting(spot: Spot, around: Around) -> Change | None:
    day = spot.node.value["date"]["edtf"]
    dates = {one.id: str(one.data.get("date", {}).get("edtf", day)) for one in around.corpus.by_kind["meeting"]}
    return respelt(spot, around.random.choice([one for one, other in dates.items() if other[:7] < day[:7]]))


def _to_ordinal_of_another(spot: Spot, around: Around) -> Change | None:
    """Take the number of another plenum of the same congress."""
    plenums = [one.data for one in around.corpus.by_kind["meeting"] if "ordinal" in one.data]
    numbers = {one["ordinal"] for one in plenums if one.get("congress") == spot.record.data.get("congress")}
    others = sorted(numbers - {spot.value})
    return replaced(spot, str(around.random.choice(others))) if others else None


OPERATORS = (
    aimed(
        "meeting-cancelled",
        "a meeting of which speeches or decisions are told was cancelled",
        lambda s: at("type", shape="meeting")(s) and bool({"speeches", "decisions"} & s.node.value.keys()),
        lambda s, _: added(s, "status", "cancelled"),
        "acts-at-unheld-meeting",
    ),
    aimed(
        "open-list-called-complete",
        "a list of those who attended that names nobody, or holds an open group, is complete",
        _is_of_open_list,
        to("complete"),
        "complete-list-of-nobody",
    ),
    aimed(
        "counted-group-called-complete",
        "a group of which a number is told is listed by name, and nobody is",
        lambda s: at("group", shape="meeting.group")(s) and is_block_entry(s) and "count" in s.node.value,
        lambda s, _: added(s, "complete", "complete"),
        "attendance-count-mismatch",
    ),
    aimed(
        "days-of-another",
        "a meeting has the days of another one of its body",
        lambda s: is_date(s) and s.node.route == ("date",) and s.record.kind.name == "meeting",
        _to_days_of_another,
        "duplicate-meeting",
    ),
    aimed(
        "number-of-another",
        "a plenum has the number of another one of its congress",
        lambda s: at("ordinal", shape="meeting")(s) and "congress" in s.record.data,
        _to_ordinal_of_another,
        "plenum-key-clash",
    ),
    aimed(
        "speech-on-another-day",
        "a speech is dated outside its meeting",
        dates_of("meeting.speech"),
        decade_away,
        "date-outside-meeting",
    ),
    aimed(
        "day-of-speech-dropped",
        "a speech has no day",
        at("date", shape="meeting.speech"),
        out,
        "undated-speech-in-dated-meeting",
    ),
    aimed(
        "speech-made-opening",
        "a speech opened the meeting",
        lambda s: at("type", shape="meeting.speech")(s) and "date" in s.node.value,
        to("opening-speech"),
        "speech-type-differs",
    ),
    aimed(
        "suspended-for-another",
        "a meeting that came before is held in a suspension",
        at("meeting", shape="meeting.suspension"),
        _to_earlier_meeting,
        "suspension-filled-by-another-meeting",
    ),
    aimed(
        "decision-with-another-text",
        "a decision is tied to the document or policy of another one",
        at("document", "policy", shape="meeting.decision"),
        to_sibling,
        "decision-of-another-document",
    ),
    aimed(
        "pointer-with-another-name",
        "a pointer leads to another meeting or document than it names",
        lambda s: at("meeting", "document", shape="pointer")(s) and "printed" in s.node.value,
        other_reference,
        "pointer-to-another-name",
    ),
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
        to_other_person,
        "words-of-another-speaker",
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
