"""Faults of sense by a wrong entry: a curator adds, moves or completes something, and another record says otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.cross_field import at, cross_field, is_evidence, other_digit
from tests.mutants.exchanged import to_sibling
from tests.mutants.operators import Around, Change, replaced, respelt, taken_out
from tests.mutants.structural import is_block_entry, is_choice, is_date, is_free_text, is_integer, is_reference, is_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.mutants.spots import Spot

    Applies = Callable[[Spot], bool]
    Changes = Callable[[Spot, Around], Change | None]

LATEST_MONTH = 12
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TRADITIONAL = dict(zip("东国党会业书发门们义务财经组织干级机关", "東國黨會業書發門們義務財經組織幹級機關", strict=True))
MORE_WORDS = " and all that follows it there"


def added(spot: Spot, key: str, value: str) -> Change | None:
    """Write another entry of its mapping below an entry; None where the mapping has the key."""
    if key in spot.node.value:
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


def _system_swapped(spot: Spot, _around: Around) -> Change | None:
    return respelt(spot, {"pinyin": "wade-giles", "wade-giles": "pinyin"}[spot.value])


def _traditional(spot: Spot, around: Around) -> Change | None:
    places = [place for place, letter in enumerate(spot.value) if letter in TRADITIONAL]
    if not places:
        return None
    place = around.random.choice(places)
    return respelt(spot, spot.value[:place] + TRADITIONAL[spot.value[place]] + spot.value[place + 1 :])


def _scanned(spot: Spot, around: Around) -> Change | None:
    """Put a character in a word that a scanner leaves there."""
    places = [match.start() + 1 for match in re.finditer("[a-z]{4}", spot.value)]
    if not places:
        return None
    place = around.random.choice(places)
    return respelt(spot, spot.value[:place] + around.random.choice("^~|¬") + spot.value[place + 1 :])


def _month_and_day_swapped(spot: Spot, _around: Around) -> Change | None:
    day = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", spot.value)
    if day is None or int(day[3]) > LATEST_MONTH or day[2] == day[3]:
        return None
    return respelt(spot, f"{day[1]}-{day[3]}-{day[2]}")


def _first_of_january(spot: Spot, _around: Around) -> Change | None:
    return replaced(spot, f"{spot.value}-01-01") if re.fullmatch("[0-9]{4}", spot.value) else None


def _weekday_added(spot: Spot, around: Around) -> Change | None:
    """Print a weekday with a day, six times in seven a wrong one."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", spot.node.value["edtf"]):
        return None
    return respelt(spot, f"{around.random.choice(WEEKDAYS)}, {spot.value}")


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


def _is_system(spot: Spot) -> bool:
    return at("system", shape="name")(spot) and spot.value in {"pinyin", "wade-giles"} and spot.token is not None


def _is_name_in_characters(spot: Spot) -> bool:
    return at("text", shape="name")(spot) and is_text(spot) and spot.node.value["system"] == "hanzi-simplified"


def _is_year_alone(spot: Spot) -> bool:
    return is_date(spot) and "printed" in spot.node.value


OPERATORS = (
    cross_field(
        "death-too-early", "a person has a day of death before all acts", _first_of("person"), _adds("death_date", 1930)
    ),
    cross_field("birth-too-late", "a person is born after all acts", _first_of("person"), _adds("birth_date", 1990)),
    cross_field(
        "founded-too-late", "a body is founded after its acts", _first_of("organization"), _adds("founded", 1990)
    ),
    cross_field(
        "abolished-too-early", "a body ends before its acts", _first_of("organization"), _adds("abolished", 1930)
    ),
    cross_field(
        "original-too-late",
        "a dated work is earlier than its original",
        lambda s: _first_of("work")(s) and "date" in s.record.data,
        _adds("original_date", 1995),
    ),
    cross_field(
        "tenure-ended-early",
        "a tenure ends before it starts",
        lambda s: at("organization", shape="person.tenure")(s) and is_block_entry(s) and "start" in s.node.value,
        _adds("end", 1930),
    ),
    cross_field(
        "range-upside-down",
        "the upper end of a range is the lower one",
        lambda s: at("value", shape="statistic")(s) and is_integer(s) and is_block_entry(s),
        _below_value,
    ),
    cross_field("parent-in-circle", "a body or meeting is part of its own part", at("parent", "part_of"), _to_own_part),
    cross_field(
        "attendant-twice", "one person is listed for another", at("person", shape="meeting.attendant"), to_sibling
    ),
    cross_field("presence-swapped", "who spoke or presided is listed as absent", _is_heard, to("absent")),
    cross_field(
        "base-dropped", "a share does not say of what", at("base", shape="statistic"), lambda s, _: taken_out(s)
    ),
    cross_field("romanisation-swapped", "pinyin for Wade-Giles, or the other way round", _is_system, _system_swapped),
    cross_field(
        "traditional-character", "a traditional character among simplified ones", _is_name_in_characters, _traditional
    ),
    cross_field("scan-damaged", "a word holds a character that a scanner left", is_free_text, _scanned),
    cross_field(
        "selector-lengthened",
        "an end of a passage quotes too much",
        lambda s: is_evidence(s) and s.name in {"from", "to"} and is_text(s),
        lambda s, _: respelt(s, s.value + MORE_WORDS),
    ),
    cross_field("month-and-day-swapped", "the month stands for the day", is_date, _month_and_day_swapped),
    cross_field("first-of-january", "the first day stands for its year", _is_year_alone, _first_of_january),
    cross_field(
        "weekday-added",
        "a weekday is printed with a day",
        lambda s: at("printed", shape="date")(s) and is_text(s),
        _weekday_added,
    ),
    cross_field(
        "succession-swapped",
        "somebody else comes before or after",
        lambda s: at("predecessor", "successor")(s) and is_text(s),
        lambda s, a: respelt(s, a.random.choice([one.id for one in a.corpus.by_kind["person"] if one.id != s.value])),
    ),
    cross_field(
        "post-of-another",
        "a tenure is of the post that somebody else held",
        lambda s: at("post", shape="person.tenure")(s) and is_reference(s),
        from_anywhere,
    ),
    cross_field(
        "acting-added",
        "a post held is that of an acting holder",
        lambda s: at("title", shape="person.tenure")(s) and is_text(s),
        lambda s, _: respelt(s, f"acting {s.value}"),
    ),
    cross_field(
        "note-mark-changed", "a note has another number", lambda s: at("note_mark")(s) and is_text(s), other_digit
    ),
    cross_field(
        "pointer-astray",
        "a pointer leads to the next remark",
        lambda s: at("remark", shape="pointer")(s) and is_reference(s),
        _astray,
    ),
    cross_field(
        "number-in-agenda",
        "an item of the agenda is a number of people",
        lambda s: at("text", shape="meeting.item")(s) and is_text(s),
        lambda s, _: respelt(s, "35 full members"),
    ),
    cross_field(
        "hedge-forgotten",
        "what is hedged loses the hedge as well",
        lambda s: at("certainty")(s) and is_choice(s) and is_block_entry(s),
        _hedge_forgotten,
        needs_texts=True,
    ),
)
