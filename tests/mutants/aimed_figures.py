"""Faults of sense that one rule alone can tell, of dates and numbers; each names its rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import at, decade_away, out
from tests.mutants.exchanged import other_word
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.slips import from_anywhere
from tests.mutants.structural import is_date, is_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.mutants.spots import Spot

    from huiyi.corpus import Corpus

    Changes = Callable[[Spot, Around], Change | None]

PERCENT = "per cent"
OTHER_SEASON = {"21": "23", "22": "24", "23": "21", "24": "22"}


def _with(pattern: str, new: str) -> Changes:
    def change(spot: Spot, _around: Around) -> Change | None:
        text = re.sub(pattern, new, spot.value)
        return respelt(spot, text) if text != spot.value else None

    return change


def _of(shape: str) -> Callable[[Spot], bool]:
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


def _more(factor: int, further: int) -> Changes:
    return lambda spot, _around: replaced(spot, str(spot.value * factor + further))


def _above_maximum(spot: Spot, _around: Around) -> Change | None:
    return replaced(spot, str(spot.node.value["maximum"] + 1))


def _to_part_beside(spot: Spot, around: Around) -> Change | None:
    """Name as the base another part of the same sum."""
    for whole in around.corpus.by_kind["statistic"]:
        parts = whole.data.get("parts", ())
        beside = [
            part for part in parts if part != spot.record.id and _unit(part, around.corpus) == spot.node.value["unit"]
        ]
        if spot.record.id in parts and beside:
            return respelt(spot, beside[0])
    return None


def _unit(statistic: str, corpus: Corpus) -> str:
    record = corpus.records.get(statistic)
    return str(record.data.get("unit", "")) if record else ""


def _is_value(spot: Spot, *needs: str) -> bool:
    has_all = all(key in spot.node.value for key in needs)
    return at("value", shape="statistic")(spot) and has_all and spot.token is not None


def _is_derived_count_of_people(spot: Spot) -> bool:
    value = spot.node.value
    return _is_value(spot, "about") and value["basis"] == "derived" and value["unit"] == "people"


OPERATORS = (
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
        lambda s: _of("person.tenure")(s) and s.node.route[-1] == "start",
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
    aimed(
        "sum-changed",
        "a sum is not that of its parts",
        lambda s: at("value", "recomputed", shape="statistic")(s) and "parts" in s.node.value and s.token is not None,
        _more(1, 5),
        "parts-do-not-sum",
    ),
    aimed(
        "share-changed",
        "a share is not that of its counts",
        lambda s: _is_value(s, "numerator"),
        _more(1, -40),
        "percentage-mismatch",
    ),
    aimed(
        "part-above-base",
        "a part is more than its base",
        lambda s: _is_value(s, "base") and s.node.value["unit"] != PERCENT,
        _more(1000, 0),
        "subset-exceeds-base",
    ),
    aimed(
        "base-beside",
        "a part is a part of what it is summed with",
        at("base", shape="statistic"),
        _to_part_beside,
        "subset-in-total",
        "parts-of-other-base",
    ),
    aimed(
        "value-above-maximum",
        "a range runs backwards",
        lambda s: _is_value(s, "maximum"),
        _above_maximum,
        "reversed-range",
    ),
    aimed(
        "people-miscounted",
        "a number of people listed is another",
        _is_derived_count_of_people,
        _more(1, 1),
        "people-counted-differ",
    ),
    aimed(
        "comparator-swapped",
        "about for exactly, or the other way round",
        at("comparator", shape="statistic"),
        other_word,
        "comparator-differs",
    ),
    aimed(
        "unit-swapped",
        "another unit",
        lambda s: at("unit", shape="statistic")(s) and is_text(s),
        from_anywhere,
        "unit-differs",
    ),
    aimed(
        "empty-part-dropped",
        "an empty part of a source is not declared",
        lambda s: s.is_item and s.name == "no_data",
        out,
        "uncovered-passage",
    ),
    aimed(
        "pages-upside-down",
        "a range of pages of a work runs backwards",
        lambda s: at("pages")(s) and is_text(s) and s.value.isdigit(),
        lambda s, _: respelt(s, f"{s.value}-{int(s.value) - 1}"),
        "page-range-reversed",
    ),
)
