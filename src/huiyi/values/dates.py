r"""Dates as a curator may write them: a small profile of EDTF (ISO 8601-2), its bounds, and its comparisons.

| form                            | written                                        | level |
|---------------------------------|------------------------------------------------|-------|
| year, month, day                | `1953`, `1953-09`, `1953-09-21`                | 0     |
| interval                        | `1953-09-21/1953-10-27`                        | 0     |
| uncertain, approximate, both    | `1953?`, `1954-08~`, `1953-09-21%`             | 1     |
| unspecified digits              | `195X`, `19XX`, `1953-XX`, `1953-09-XX`, `1953-XX-XX` | 1 |
| open or unknown end of interval | `1954-03-23/..`, `../1954`, `1954-03/`, `/1954` | 1    |
| season                          | `1953-21` spring to `1953-24` winter           | 1     |
| quarter, half of a year         | `1953-33` to `1953-36`, `1953-40`, `1953-41`   | 2     |
| one of several                  | `[1953,1954-02]`, `[1953-09-01..1953-09-21]`, `[..1953]`, `[1953..]` | 2 |

Years run from 1000 to 9999, Gregorian. Ends of an interval are dates of the first, third and fourth row,
members of a set those of the first; seasons and the like have no qualifier. Whatever else EDTF has is refused
by name. Bounds are the first and last day of what is written; `?`, `~`, `%` do not move them. A season has
three months, spring those from March; winter ends with the next February.

A date is only as precise as written: `1953` is some day or days of 1953, `1950/1953` ends on a day of 1953.
Comparisons say yes or no only if that holds for all that the text may mean, and know nothing of a qualified
date or an open or unknown end. Since nobody agrees on the first day of spring, they take a season for any
days of its year and the two months after it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from huiyi.values.refused_dates import why_refused

Answer = Literal["yes", "no", "unknown"]
DateFault = Literal["malformed-date", "impossible-date", "reversed-interval"]
EndState = Literal["written", "open", "unknown"]
Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "set"]
Qualifier = Literal["", "uncertain", "approximate", "both"]
Reach = tuple[date, date, date, date]

_YEAR: Final = "[1-9][0-9]{3}"
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_DAY: Final = "(?:0[1-9]|[12][0-9]|3[01])"
_PLAIN: Final = f"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?"
_UNSPECIFIED: Final = f"(?:[1-9][0-9](?:[0-9]X|XX)|{_YEAR}-XX(?:-XX)?|{_YEAR}-{_MONTH}-XX)"
_END: Final = f"(?:{_PLAIN}|{_UNSPECIFIED})[?~%]?"
_PART_OF_YEAR: Final = f"{_YEAR}-(?:2[1-4]|3[3-6]|4[01])"
_INTERVAL: Final = rf"{_END}/(?:{_END}|\.\.)?|(?:\.\.)?/{_END}"
_RANGE: Final = "|".join(rf"{unit}\.\.{unit}" for unit in (_YEAR, f"{_YEAR}-{_MONTH}", f"{_YEAR}-{_MONTH}-{_DAY}"))
_FIRST: Final = rf"(?:\.\.{_PLAIN}|{_RANGE}|{_PLAIN}(?=,))"
_SET: Final = rf"\[(?:{_FIRST}(?:,(?:{_RANGE}|{_PLAIN}))*(?:,{_PLAIN}\.\.)?|{_PLAIN}\.\.)\]"

PATTERN: Final[str] = rf"^(?:{_END}|{_PART_OF_YEAR}|{_INTERVAL}|{_SET})$(?!\n)"
"""The syntax of the profile, for JSON Schema: one meaning in ECMAScript, Python and Rust."""

_SHAPE: Final = re.compile(PATTERN)
_QUALIFIERS: Final[dict[str, Qualifier]] = {"?": "uncertain", "~": "approximate", "%": "both"}
_BEGINS: Final = {"21": 3, "22": 6, "23": 9, "24": 12, "33": 1, "34": 4, "35": 7, "36": 10, "40": 1, "41": 7}
"""The first month of a part of the year."""


class NotEdtf(ValueError):  # noqa: N818 - the name says what the text is
    """The text is no date of the profile: `fault` says in which way, `reason` why."""

    def __init__(self, text: str, fault: DateFault, reason: str) -> None:
        super().__init__(text, fault, reason)
        self.text = text
        self.fault = fault
        self.reason = reason

    def __str__(self) -> str:
        """One line: the text, escaped and cut at 40 characters, and the reason."""
        shown = self.text if len(self.text) <= 40 else self.text[:40] + "…"  # noqa: PLR2004
        return f"{shown!r}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date of the profile, made by `parse`.

    `earliest` and `latest` are the first and last day, None if that end is open or unknown. `precision` of
    `1953-09-XX` is "month", of `1953-XX` "year"; "season" includes quarters and halves of years. `start` and
    `end` are the ends of an interval, whose qualifiers it joins. A set without a first or last day is open.
    `reach`, for comparisons, has the first and last day on which it may begin, then on which it may end.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    qualifier: Qualifier = ""
    start: Edtf | None = None
    end: Edtf | None = None
    start_state: EndState = "written"
    end_state: EndState = "written"
    reach: Reach = field(default=(date.min, date.max) * 2, repr=False, compare=False)


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Return the date that the text writes; raise `NotEdtf` if profile or calendar have none such."""
    if not _SHAPE.match(text):
        raise NotEdtf(text, "malformed-date", why_refused(text))
    if text[0] == "[":
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _single(text)


def _single(text: str) -> Edtf:
    """Read a date that is neither an interval nor a set."""
    qualifier = _QUALIFIERS.get(text[-1], "")
    first, last, precision = _bounds(text[:-1] if qualifier else text)
    if qualifier:
        return Edtf(text, first, last, precision, qualifier)
    if precision == "season" and text[5] == "2":
        year, after_winter = date(first.year, 1, 1), _end_of_month(first.year, 14)
        return Edtf(text, first, last, precision, reach=(year, after_winter, year, after_winter))
    return Edtf(text, first, last, precision, reach=(first, last, first, last))


def _bounds(written: str) -> tuple[date, date, Precision]:
    """First day, last day and precision of an unqualified date."""
    if len(written) == 4 or written[5] == "X":  # noqa: PLR2004
        year = written[:4]
        precision: tuple[Precision, ...] = "year", "decade", "century"
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(first, 1, 1), date(last, 12, 31), precision[year.count("X")]
    year_number, part, day = int(written[:4]), written[5:7], written[8:]
    if part in _BEGINS:
        first = _BEGINS[part]
        last = first + (5 if part[0] == "4" else 2)
        return date(year_number, first, 1), _end_of_month(year_number, last), "season"
    month = int(part)
    if not day or day == "XX":
        return date(year_number, month, 1), _end_of_month(year_number, month), "month"
    if int(day) > (days := monthrange(year_number, month)[1]):
        raise NotEdtf(written, "impossible-date", f"{written[:7]} has {days} days")
    exact = date(year_number, month, int(day))
    return exact, exact, "day"


def _end_of_month(year: int, month: int) -> date:
    """Last day of the month, where month 13 is the next January; the calendar ends with the year 9999."""
    if month > 12:  # noqa: PLR2004
        year, month = year + 1, month - 12
    return date.max if year > date.max.year else date(year, month, monthrange(year, month)[1])


def _interval(text: str) -> Edtf:
    """Read an interval; an end written as two dots is open, an empty one unknown."""
    before_slash, _, after_slash = text.partition("/")
    start = parse(before_slash) if before_slash.strip(".") else None
    end = parse(after_slash) if after_slash.strip(".") else None
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and latest < earliest:
        raise NotEdtf(text, "reversed-interval", "the interval ends before it begins")
    marks = {edge.qualifier for edge in (start, end) if edge and edge.qualifier}
    qualifier: Qualifier = "both" if len(marks) > 1 else next(iter(marks), "")
    start_state: EndState = "written" if start else "open" if before_slash else "unknown"
    end_state: EndState = "written" if end else "open" if after_slash else "unknown"
    a, b = start.reach[:2] if start else (date.min, date.max)
    c, d = end.reach[2:] if end else (date.min, date.max)
    reach = a, min(b, d), max(a, c), d  # whatever else is unknown, nothing begins after its end
    return Edtf(text, earliest, latest, "interval", qualifier, start, end, start_state, end_state, reach)


def _set(text: str) -> Edtf:
    """Read a set of which one member is meant; its days may be any from its earliest to its latest."""
    firsts, lasts = [], []
    for member in text[1:-1].split(","):
        low, dots, high = member.partition("..")
        first = _bounds(low)[0] if low else date.min
        last = date.max if dots and not high else _bounds(high or low)[1]
        if last < first:
            raise NotEdtf(text, "reversed-interval", f"the range {member} ends before it begins")
        firsts.append(first)
        lasts.append(last)
    earliest, latest = min(firsts), max(lasts)
    reach = earliest, latest, earliest, latest
    start_state: EndState = "open" if text.startswith("[..") else "written"
    end_state: EndState = "open" if text.endswith("..]") else "written"
    known = (earliest if start_state == "written" else None, latest if end_state == "written" else None)
    return Edtf(text, *known, "set", start_state=start_state, end_state=end_state, reach=reach)


def _answer(*, yes: bool, no: bool) -> Answer:
    """Put the two certainties into one word."""
    return "yes" if yes else "no" if no else "unknown"


def before(a: Edtf, b: Edtf) -> Answer:
    """Say whether every day of a precedes every day of b."""
    return _answer(yes=a.reach[3] < b.reach[0], no=a.reach[2] >= b.reach[1])


def after(a: Edtf, b: Edtf) -> Answer:
    """Say whether every day of a follows every day of b."""
    return before(b, a)


def within(a: Edtf, b: Edtf) -> Answer:
    """Say whether all days of a are days of b; none are surely within `1953`, which may be one day of it."""
    (a1, a2, a3, a4), (b1, b2, b3, b4) = a.reach, b.reach
    return _answer(yes=b2 <= a1 and a4 <= b3, no=a2 < b1 or b4 < a3)


_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(edtf: Edtf) -> str | None:
    """English name of the day of the week of an exact, unqualified day; None for any other date."""
    if edtf.precision != "day" or edtf.qualifier or edtf.earliest is None:
        return None
    return _WEEKDAYS[edtf.earliest.weekday()]
