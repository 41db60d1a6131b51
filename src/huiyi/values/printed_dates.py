"""What a printed date shows: its years, months and days, in English or Chinese, in words or figures.

Only what surely belongs to a date is read as one: a number beside the name of a month, three numbers joined by
hyphens, points or slashes, numbers before 年, 月 and 日, and years of four figures. `1958-60` are two years.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_FIRST_OF_NAMES: Final = (
    "jan(?:uary)?", "feb(?:ruary)?", "(?<!long )mar(?:ch)?", "apr(?:il)?", "May|MAY|may(?= [0-9])", "june?",
    "july?", "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_MONTHS: Final = tuple(
    re.compile(rf"\b(?:{name})\b", 0 if number == 5 else re.IGNORECASE)  # noqa: PLR2004 - May is also a verb
    for number, name in enumerate(_FIRST_OF_NAMES, 1)
)
_STEMS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,6})?\b\.?"
_DAY: Final = r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9])"
_JOINED: Final = rf"{_DAY}(?:\s*(?:[-–—,&]|to|and|or|through|until)\s*{_DAY})*"
_NAMED_DAYS: Final = re.compile(rf"{_MONTH},?\s*({_JOINED})|({_JOINED})\s*(?:of\s+)?{_MONTH}", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"(?<![0-9])([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_YEAR_FIRST: Final = re.compile(r"(?<![0-9])([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_YEARS: Final = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?:\s*[-–/]\s*([0-9]{1,2}))?(?![0-9])")
_DECADE: Final = re.compile(r"(?<![0-9])([12][0-9]{2})0['’]?s\b")

_FIGURES: Final = "〇一二三四五六七八九"
_CHINESE_NUMBER: Final = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
_CHINESE_YEAR: Final = re.compile(rf"([0-9]{{4}}|[{_FIGURES}零○]{{4}})\s*年")
_CHINESE_PARTS: Final = {
    unit: re.compile(rf"({_CHINESE_NUMBER})(?:\s*[至到、—–-]\s*({_CHINESE_NUMBER}))?\s*[{unit}]")
    for unit in ("月", "日号號")
}
_TWENTIETH_CENTURY: Final = 1900


@dataclass(frozen=True, slots=True)
class NumericDay:
    """A day printed in three numbers that ends with the year: the numbers, and its readings as year, month, day."""

    text: str
    readings: frozenset[tuple[int, int, int]]

    @property
    def is_ambiguous(self) -> bool:
        """Whether day and month may change places."""
        return len(self.readings) > 1


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """The parts that a text prints for certain, and every number of one or two figures that it holds at all."""

    years: frozenset[int]
    decades: frozenset[int]
    months: frozenset[int]
    days: frozenset[int]
    numeric_days: tuple[NumericDay, ...]
    numbers: frozenset[int]

    @property
    def is_empty(self) -> bool:
        """Whether the text is a phrase without any part of a date."""
        return not (self.years or self.decades or self.months or self.days or self.numeric_days)


@lru_cache(maxsize=4096)
def read_printed(text: str) -> PrintedDate:
    """Read what a text prints of a date, `21-09-1953 – 27-10-1953`, `March 21-31, 1955` or `1957年12月19日`."""
    plain = unicodedata.normalize("NFKC", text)
    years, months, days = set[int](), set[int](), set[int]()
    numbers = {int(found) for found in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", plain)}
    numeric = tuple(_numeric_day(match) for match in _NUMERIC.finditer(plain))
    rest = _NUMERIC.sub(" ", plain)
    for match in _YEAR_FIRST.finditer(rest):
        years.add(int(match[1]))
        months.add(int(match[3]))
        days.add(int(match[4]))
    rest = _YEAR_FIRST.sub(" ", rest)
    decades = frozenset(int(match[1]) for match in _DECADE.finditer(rest))
    rest = _DECADE.sub(" ", rest)
    _read_chinese(rest, years, months, days)
    lower = rest.lower()  # few texts hold the beginning of a month's name, which is seen sooner
    months |= {number for number, name in enumerate(_MONTHS, 1) if _STEMS[number - 1] in lower and name.search(rest)}
    for match in _NAMED_DAYS.finditer(rest):
        days |= {int(found) for found in re.findall("[0-9]+", match[1] or match[2])}
    for match in _YEARS.finditer(rest):
        _read_year(match, years, months)
    sets = (frozenset(found) for found in (years, months, days))
    return PrintedDate(next(sets), decades, next(sets), next(sets), numeric, frozenset(numbers))


def _numeric_day(match: re.Match[str]) -> NumericDay:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:  # noqa: PLR2004 - a year without its century
        year += _TWENTIETH_CENTURY
    readings = {(year, month, day) for day, month in ((first, second), (second, first)) if month <= 12}  # noqa: PLR2004
    return NumericDay(match[0], frozenset(readings))


def _read_year(match: re.Match[str], years: set[int], months: set[int]) -> None:
    """Read a year and the number joined to it: a later year without its first figures, else a month."""
    year, joined = int(match[1]), match[2]
    years.add(year)
    if joined is None:
        return
    size = 10 ** len(joined)
    if int(joined) > year % size:
        years.add(year - year % size + int(joined))
    else:
        months.add(int(joined))


def _read_chinese(text: str, years: set[int], months: set[int], days: set[int]) -> None:
    for match in _CHINESE_YEAR.finditer(text):
        figures = match[1].replace("零", "〇").replace("○", "〇")
        years.add(int("".join(str(_FIGURES.find(f)) if f in _FIGURES else f for f in figures)))
    for found, pattern in zip((months, days), _CHINESE_PARTS.values(), strict=True):
        for match in pattern.finditer(text):
            found |= {_chinese_number(group) for group in match.groups() if group}


def _chinese_number(text: str) -> int:
    """Read a number from 1 to 39: `9`, `九`, `十九`, `二十九`, `廿九`."""
    if text.isdecimal() and text.isascii():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").rpartition("十")
    return (_FIGURES.find(tens) if tens else 1 if ten else 0) * 10 + (_FIGURES.find(ones) if ones else 0)
