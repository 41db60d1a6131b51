"""Faults of sense by a wrong entry: a curator adds, moves or completes something, and another record says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.mutants.cross_field import cross_field, other_digit
from tests.mutants.exchanged import to_other_person, to_sibling
from tests.mutants.operators import Around, Change, respelt, taken_out
from tests.mutants.sorts import at, is_block_entry, is_choice, is_integer, is_reference, is_text

if TYPE_CHECKING:
    from tests.mutants.operators import Applies, Changes
    from tests.mutants.spots import Spot


def added(spot: Spot, key: str, value: str) -> Change | None:
    """Write another entry of its mapping below an entry; None where the key is written there already."""
    written: Any = spot.record.document.data
    for part in spot.node.route:
        written = written[part]
    if key in written:
        return None
    last = spot.sheet.last_line(spot.key_line, spot.key_column - 1)
    line = " " * (spot.key_column - 1) + f"{key}: {value}"
    text = "\n".join([*spot.sheet.lines[:last], line, *spot.sheet.lines[last:]])
    return Change(text, (last + 1, spot.key_line), "", f"{key}: {value}")


def _adds(key: str, year: int) -> Changes:
    date = f'{{edtf: "{year}", basis: supplied, reason: A handbook of the time has it so.}}'
    return lambda spot, _around: added(spot, key, date)


def _first_of(kind: str) -> Applies:
    """Give a test for the first entry of the records of a kind."""
    return lambda spot: spot.name == "id" and spot.record.kind.name == kind and spot.node.parent is None


def _below_value(spot: Spot, _around: Around) -> Change | None:
    return added(spot, "maximum", str(spot.value - 1)) if spot.value > 0 else None


def _to_own_part(spot: Spot, around: Around) -> Change | None:
    """Lead to a record that has this one as its parent or whole."""
    parts = [one.id for one in around.corpus.all_records if one.data.get(spot.name) == spot.record.id]
    return respelt(spot, around.random.choice(parts)) if parts else None


def from_anywhere(spot: Spot, around: Around) -> Change | None:
    """Take what stands in the same place in another record."""
    others = sorted(
        {
            other.value
            for other in around.spots
            if other.name == spot.name
            and other.node.shape is spot.node.shape
            and other.record is not spot.record
            and other.value != spot.value
        }
    )
    return respelt(spot, around.random.choice(others)) if others else None


def to(new: str) -> Changes:
    """Give the change to one value."""
    return lambda spot, _around: respelt(spot, new) if spot.value != new else None


def _astray(spot: Spot, _around: Around) -> Change | None:
    """Lead to the remark after the one that is meant."""
    start, mark, number = str(spot.value).rpartition("-")
    return respelt(spot, f"{start}-{int(number) + 1}") if mark and number.isdigit() else None


def _hedge_forgotten(spot: Spot, _around: Around) -> Change | None:
    """Take out the hedge and the certainty, which stand one below the other."""
    lines = spot.sheet.lines
    if not lines[spot.key_line].lstrip().startswith("hedge: "):
        return None
    first = taken_out(spot)
    if first is None:
        return None
    kept = [*lines[: spot.key_line - 1], *lines[spot.key_line + 1 :]]
    return Change("\n".join(kept), first.lines, "certainty and hedge", "(taken out)")


def _is_heard(spot: Spot) -> bool:
    """Say whether a spot is the presence of somebody who certainly spoke at the meeting, or presided."""
    if not at("presence", shape="meeting.attendant")(spot):
        return False
    speakers = {one["speaker"] for one in spot.record.data.get("speeches", ()) if one["delivery"] == "given"}
    return spot.node.value["person"] in speakers or spot.node.value.get("role") == "chair"


OPERATORS = (
    cross_field(
        "death-too-early",
        "a person has a day of death before all acts",
        _first_of("person"),
        _adds("death_date", 1930),
        "acts-outside-life",
        "tenure-outside-life",
    ),
    cross_field(
        "birth-too-late",
        "a person is born after all acts",
        _first_of("person"),
        _adds("birth_date", 1990),
        "acts-outside-life",
        "tenure-outside-life",
    ),
    cross_field(
        "founded-too-late",
        "a body is founded after its acts",
        _first_of("organization"),
        _adds("founded", 1990),
        "body-before-it-existed",
    ),
    cross_field(
        "abolished-too-early",
        "a body ends before its acts",
        _first_of("organization"),
        _adds("abolished", 1930),
        "body-after-it-was-abolished",
        "tenure-outside-organization",
    ),
    cross_field(
        "original-too-late",
        "a dated work is earlier than its original",
        lambda s: _first_of("work")(s) and "date" in s.record.data,
        _adds("original_date", 1995),
        "carrier-before-original",
    ),
    cross_field(
        "tenure-ended-early",
        "a tenure ends before it starts",
        lambda s: at("organization", shape="person.tenure")(s) and is_block_entry(s) and "start" in s.node.value,
        _adds("end", 1930),
        "reversed-span",
    ),
    cross_field(
        "range-upside-down",
        "the upper end of a range is the lower one",
        lambda s: at("value", shape="statistic")(s) and is_integer(s) and is_block_entry(s),
        _below_value,
    ),
    cross_field(
        "parent-in-circle",
        "a body or meeting is part of its own part",
        at("parent", "part_of"),
        _to_own_part,
        "controller-cycle",
    ),
    cross_field(
        "attendant-twice",
        "one person is listed for another",
        at("person", shape="meeting.attendant"),
        to_sibling,
        "attended-twice",
    ),
    cross_field(
        "presence-swapped", "who spoke or presided is listed as absent", _is_heard, to("absent"), "absent-and-speaking"
    ),
    cross_field(
        "base-dropped",
        "a share does not say of what",
        at("base", shape="statistic"),
        lambda s, _: taken_out(s),
        "percentage-without-base",
    ),
    cross_field(
        "succession-swapped",
        "somebody else comes before or after",
        lambda s: at("predecessor", "successor")(s) and is_text(s),
        to_other_person,
        "succession-mismatch",
    ),
    cross_field(
        "post-of-another",
        "a tenure is of the post that somebody else held",
        lambda s: at("post", shape="person.tenure")(s) and is_reference(s),
        from_anywhere,
        "post-of-another-body",
    ),
    cross_field(
        "acting-added",
        "a post held is that of an acting holder",
        lambda s: at("title", shape="person.tenure")(s) and is_text(s),
        lambda s, _: respelt(s, f"acting {s.value}"),
        "status-promoted",
    ),
    cross_field(
        "note-mark-changed",
        "a note has another number",
        lambda s: at("note_mark")(s) and is_text(s),
        other_digit,
        "citation-out-of-sequence",
    ),
    cross_field(
        "pointer-astray",
        "a pointer leads to the next remark",
        lambda s: at("remark", shape="pointer")(s) and is_reference(s),
        _astray,
        "remark-pointer-mismatch",
        "remark-number-differs",
    ),
    cross_field(
        "number-in-agenda",
        "an item of the agenda is a number of people",
        lambda s: at("text", shape="meeting.item")(s) and is_text(s),
        lambda s, _: respelt(s, "35 full members"),
        "field-misfit",
    ),
    cross_field(
        "hedge-forgotten",
        "what is hedged loses the hedge as well",
        lambda s: at("certainty")(s) and is_choice(s) and is_block_entry(s),
        _hedge_forgotten,
        "hedge-dropped",
        needs_texts=True,
    ),
)
