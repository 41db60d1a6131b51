"""A printed date held against its EDTF: the parts that one shows and the other does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from huiyi.values.printed_dates import read_printed

if TYPE_CHECKING:
    from huiyi.values.printed_dates import PrintedDate

_COMPONENT: Final = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LAST_MONTH: Final = 12
_HAS_FIGURE: Final = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class _Written:
    """The parts of an EDTF: seasons and unspecified figures are none of them."""

    years: frozenset[int]
    decades: frozenset[int]
    months: frozenset[int]
    days: frozenset[int]
    whole: frozenset[tuple[int, int, int]]
    is_span: bool


def missing_from_edtf(printed: str, edtf: str) -> str:
    """Name the first part that is printed and that the EDTF lacks, `day 28`; empty if there is none.

    What is printed between the ends of an interval need not be in it.
    """
    shown, written = read_printed(printed), _read(edtf)
    for day in shown.numeric_days:
        if not day.readings & written.whole and not _encloses(shown, written):
            return f"day {day.text}"
    for name, parts, held in (
        ("year", shown.years, written.years),
        ("month", shown.months, written.months),
        ("day", shown.days, written.days),
    ):
        if parts - held and not (written.is_span and held and held <= parts):
            return _named(name, min(parts - held))
    decade = min(shown.decades - written.decades, default=None)
    return "" if decade is None or written.is_span else f"decade {decade}0s"


def missing_from_print(printed: str, edtf: str) -> str:
    """Name the first part of the EDTF that is not printed, `year 1953`; empty if there is none to be known.

    An English phrase without any part of a date prints none; whether one with figures, or in Chinese, does is unknown.
    """
    shown, written = read_printed(printed), _read(edtf)
    if shown.is_empty and not (printed.isascii() and printed and written.years and not _HAS_FIGURE.search(printed)):
        return ""
    readings = [reading for day in shown.numeric_days for reading in day.readings]
    years = shown.years | {year for year, _, _ in readings}
    months = shown.months | {month for _, month, _ in readings}
    for year in sorted(written.years - years):
        if year // 10 not in shown.decades and year % 100 not in shown.numbers:
            return _named("year", year)
    for name, parts in (("month", written.months - months), ("day", written.days - shown.days)):
        unseen = parts - shown.numbers
        if unseen:
            return _named(name, min(unseen))
    return ""


def _named(name: str, number: int) -> str:
    is_month = name == "month" and 1 <= number <= _LAST_MONTH
    return f"{name} {_MONTH_NAMES[number - 1] if is_month else number}"


def _encloses(shown: PrintedDate, written: _Written) -> bool:
    readings = frozenset[tuple[int, int, int]]().union(*(day.readings for day in shown.numeric_days))
    return written.is_span and bool(written.whole) and written.whole <= readings


def _read(edtf: str) -> _Written:
    years, decades, months, days, whole = set[int](), set[int](), set[int](), set[int](), set[tuple[int, int, int]]()
    for year, month, day in _COMPONENT.findall(edtf):
        if year[:3].isdecimal():
            decades.add(int(year[:3]))
        if year.isdecimal():
            years.add(int(year))
        if month.isdecimal() and int(month) <= _LAST_MONTH:
            months.add(int(month))
        if day.isdecimal():
            days.add(int(day))
            whole.add((int(year), int(month), int(day)))
    is_span = "/" in edtf or edtf.startswith("[")
    return _Written(frozenset(years), frozenset(decades), frozenset(months), frozenset(days), frozenset(whole), is_span)
