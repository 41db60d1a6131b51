"""Faults of sense in writing: a form, a day or a passage is well formed, and not as the source has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.cross_field import cross_field
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.sorts import at, is_date, is_evidence, is_free_text, is_text

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

LATEST_MONTH = 12
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TRADITIONAL = dict(zip("东国党会业书发门们义务财经组织干级机关", "東國黨會業書發門們義務財經組織幹級機關", strict=True))
MORE_WORDS = " and all that follows it there"


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


def _is_system(spot: Spot) -> bool:
    return at("system", shape="name")(spot) and spot.value in {"pinyin", "wade-giles"} and spot.token is not None


def _is_name_in_characters(spot: Spot) -> bool:
    return at("text", shape="name")(spot) and is_text(spot) and spot.node.value["system"] == "hanzi-simplified"


def _is_year_alone(spot: Spot) -> bool:
    return is_date(spot) and "printed" in spot.node.value


OPERATORS = (
    cross_field(
        "romanisation-swapped",
        "pinyin for Wade-Giles, or the other way round",
        _is_system,
        _system_swapped,
        "romanisation-mismatch",
    ),
    cross_field(
        "traditional-character",
        "a traditional character among simplified ones",
        _is_name_in_characters,
        _traditional,
        "traditional-simplified-mismatch",
    ),
    cross_field("scan-damaged", "a word holds a character that a scanner left", is_free_text, _scanned, "scan-damage"),
    cross_field(
        "selector-lengthened",
        "an end of a passage quotes too much",
        lambda s: is_evidence(s) and s.name in {"from", "to"} and is_text(s),
        lambda s, _: respelt(s, s.value + MORE_WORDS),
        "selector-too-long",
    ),
    cross_field("month-and-day-swapped", "the month stands for the day", is_date, _month_and_day_swapped),
    cross_field(
        "first-of-january",
        "the first day stands for its year",
        _is_year_alone,
        _first_of_january,
        "inferred-date-without-basis",
    ),
    cross_field(
        "weekday-added",
        "a weekday is printed with a day",
        lambda s: at("printed", shape="date")(s) and is_text(s),
        _weekday_added,
        "weekday-mismatch",
    ),
)
