"""Faults of sense that one rule alone can tell, of dates; each names its rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import decade_away, out
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.slips import to
from tests.mutants.sorts import at, is_date, is_text

if TYPE_CHECKING:
    from tests.mutants.operators import Applies, Changes
    from tests.mutants.spots import Spot

DAY_MONTH_YEAR = 3
LATEST_MONTH = 12
OTHER_SEASON = {"21": "23", "22": "24", "23": "21", "24": "22"}


def _with(pattern: str, new: str) -> Changes:
    def change(spot: Spot, _around: Around) -> Change | None:
        text = re.sub(pattern, new, spot.value)
        return respelt(spot, text) if text != spot.value else None

    return change


def dates_of(shape: str) -> Applies:
    """Give a test for the EDTF of dates that such parts of a record hold."""
    return lambda spot: is_date(spot) and spot.node.parent is not None and spot.node.parent.shape.name == shape


def _with_later_month(spot: Spot, _around: Around) -> Change | None:
    day = re.fullmatch("([0-9]{4})-(0[1-9])(-[0-9]{2})?", spot.value)
    return respelt(spot, f"{spot.value}/{day[1]}-12") if day else None


def _other_season(spot: Spot, _around: Around) -> Change | None:
    season = OTHER_SEASON.get(spot.value[5:])
    return respelt(spot, spot.value[:5] + season) if season else None


def _open_side_swapped(spot: Spot, _around: Around) -> Change | None:
    start, mark, end = spot.value.partition("/")
    return respelt(spot, f"{end}/{start}") if mark and ".." in {start, end} else None


def _plan_and_outcome(spot: Spot, _around: Around) -> Change | None:
    start, mark, end = str(spot.node.value["edtf"]).partition("/")
    return (
        respelt(spot, f"planned for {start}, took place {end}")
        if mark and start[:1].isdigit() and end[:1].isdigit()
        else None
    )


def _is_ground_of_order(spot: Spot) -> bool:
    """Say whether a spot is all that settles which of two numbers of a printed date is the day."""
    date = spot.node.value
    numbers = re.findall("[0-9]+", date.get("printed", "")) if spot.node.shape.name == "date" else []
    grounds = [*(["reason"] if "reason" in date else []), *date.get("evidence", ())[1:]]
    is_numeric = len(numbers) == DAY_MONTH_YEAR and all(int(number) <= LATEST_MONTH for number in numbers[:2])
    is_one = spot.name == "reason" or (spot.name == "evidence" and spot.is_item)
    return is_numeric and is_one and len(grounds) == 1


def _guessed_day(spot: Spot, _around: Around) -> Change | None:
    """Write the first day of a year that is printed alone, as a guess of one's own."""
    if not spot.sheet.is_flow(spot.line, spot.column) or not re.fullmatch("[0-9]{4}", spot.value):
        return None
    return replaced(spot, f"{spot.value}-01-01, basis: inferred, reason: No day is printed")


def _to_moment_of_another(spot: Spot, around: Around) -> Change | None:
    others = [one["moment"] for one in spot.record.data["dates"] if one["moment"] != spot.value]
    return respelt(spot, around.random.choice(others)) if others else None


def _is_told_by_words(spot: Spot) -> bool:
    """Say whether a spot is the basis of a date that is printed without any figure."""
    printed = spot.node.value.get("printed", "")
    return at("basis", shape="date")(spot) and bool(printed) and not any(letter.isdigit() for letter in printed)


def _other_reading(spot: Spot, around: Around) -> Change | None:
    """Give another year to a date whose day alone is printed, and is read elsewhere too."""
    printed = spot.node.value.get("printed", "")
    likes = [one for one in around.spots if is_date(one) and one.node.value.get("printed") == printed]
    is_yearless = bool(printed) and not re.search("[0-9]{4}", printed)
    return decade_away(spot, around) if is_yearless and len(likes) > 1 else None


OPERATORS = (
    aimed(
        "month-made-a-day",
        "a month that we inferred is its first day",
        lambda s: at("edtf", shape="date")(s) and s.node.value.get("basis") == "inferred" and is_text(s),
        lambda s, _: respelt(s, f"{s.value}-01") if re.fullmatch("[0-9]{4}-[01][0-9]", s.value) else None,
        "day-not-told",
    ),
    aimed(
        "day-guessed",
        "the first day of a year is inferred where the year alone is printed",
        lambda s: is_date(s) and "printed" in s.node.value and "reason" not in s.node.value,
        _guessed_day,
        "placeholder-date",
    ),
    aimed(
        "moment-swapped",
        "an event starts when it is at its height, or the like",
        lambda s: at("moment", shape="event.assertion")(s) and is_text(s),
        _to_moment_of_another,
        "conflicting-dates",
    ),
    aimed(
        "relative-date-called-stated",
        "a date told in relation to another is stated",
        _is_told_by_words,
        to("stated"),
        "relative-date-without-anchor",
    ),
    aimed(
        "relation-turned-round",
        "what is dated after the meeting is before it",
        lambda s: at("relation", shape="date")(s) and "meeting" in s.node.value.get("printed", ""),
        lambda s, _: respelt(s, "before" if s.value in {"after", "follow-up"} else "after"),
        "relation-against-words",
    ),
    aimed(
        "reasoned-date-changed",
        "a date is another than its reason tells",
        lambda s: is_date(s) and "reason" in s.node.value,
        decade_away,
        "reason-tells-another-date",
    ),
    aimed("day-read-otherwise", "a day is read as another elsewhere", is_date, _other_reading, "date-read-twice"),
    aimed(
        "order-unsettled",
        "nothing settles which number of a printed date is the day",
        _is_ground_of_order,
        out,
        "ambiguous-day-month",
    ),
    aimed(
        "date-in-this-century",
        "a date is later than the source that tells it",
        lambda s: is_date(s) and s.record.kind.name in {"event", "meeting", "document"},
        _with("[0-9]{4}", "2030"),
        "date-after-source",
    ),
    aimed(
        "later-month-added",
        "a date reaches to a month that is not printed",
        lambda s: is_date(s) and "printed" in s.node.value,
        _with_later_month,
        "month-not-printed",
    ),
    aimed("season-swapped", "another season", is_date, _other_season, "season-differs"),
    aimed(
        "open-side-swapped",
        "an interval is open at its other end",
        is_date,
        _open_side_swapped,
        "open-side-differs",
    ),
    aimed(
        "plan-joined-with-outcome",
        "one date is printed as a plan and its outcome",
        lambda s: at("printed", shape="date")(s) and is_text(s),
        _plan_and_outcome,
        "plan-merged-with-outcome",
    ),
    aimed(
        "unprinted-year-changed",
        "a year that stands in the passage alone is another",
        lambda s: is_date(s) and "printed" not in s.node.value,
        decade_away,
        "year-not-in-passage",
    ),
    aimed(
        "part-moved",
        "a meeting is not within the one that it is part of",
        lambda s: is_date(s) and s.node.route == ("date",) and "part_of" in s.record.data,
        decade_away,
        "part-outside-whole",
    ),
    aimed(
        "tenure-begun-late",
        "a tenure begins after its holder acted in the post",
        lambda s: dates_of("person.tenure")(s) and s.node.route[-1] == "start",
        _with("^[0-9]{4}", "1970"),
        "post-not-held-that-day",
    ),
    aimed(
        "original-too-early",
        "a newspaper carries an original of half a century ago",
        lambda s: is_date(s) and s.node.route == ("original_date",),
        _with("^[0-9]{4}", "1900"),
        "late-carrier",
    ),
)
