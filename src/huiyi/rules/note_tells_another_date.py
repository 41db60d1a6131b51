"""A note or a reason tells of a year, month or day that neither its record, nor its ties, nor a passage has."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import cited_lines
from huiyi.findings import Fault
from huiyi.surroundings import near
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.covering import Line
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "content"
NEEDS_TEXTS = True

OWN_WORDS = ("note", "reason", "treatment", "description")

_YEAR = re.compile(r"(?<![\w.,/–-])(?:1[89]|2[0-9])[0-9]{2}(?![\w/–-]|[.,][0-9])")
_NAMED_DAY = re.compile(
    r"(?<![\w.,/–-])([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|(?<=[a-z] )May|June|July|August|September|October|November|December)\b"
)
_MONTH_AND_YEAR = re.compile(rf"({_MONTH.pattern}) (1[89][0-9]{{2}})(?![0-9])")
_FIGURES = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_DAY = re.compile(r"-([0-9]{2})-([0-9]{2})(?![0-9])")
_MONTH_OF_YEAR = re.compile(r"([0-9]{4})-([0-9]{2})(?![0-9])")
# Without a figure, a Chinese character or anything else that may stand for one, no line tells of a year or day.
_MAY_TELL = re.compile(r"[0-9\u00b2-\u00be]|[^\x00-\u024f\u2010-\u201f]")


class Told(NamedTuple):
    """The years, the months, the days as month and day, and the months of years, that records and passages tell of."""

    years: frozenset[str]
    months: frozenset[int]
    days: frozenset[tuple[int, int]]
    months_of_years: frozenset[tuple[str, int]]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first year, day or month of each text that nothing around it has."""
    for key in OWN_WORDS:
        text = node.value.get(key)
        if not isinstance(text, str):
            continue
        years, days = _YEAR.findall(text), list(_NAMED_DAY.finditer(text))
        months = _MONTH.findall(text)
        if not years and not months:
            continue
        told = corpus.remembered((__name__, record.document.path), lambda: _told(record, corpus))
        strange = [year for year in years if year not in told.years]
        strange += [day[0] for day in days if not _read(day[0]) & told.days]
        strange += [month for month in months if told.months.isdisjoint(read_printed(month).months)]
        strange += [
            f"{month} {year}"
            for month, year in _MONTH_AND_YEAR.findall(text)
            if not {(year, number) for number in read_printed(month).months} & told.months_of_years
        ]
        if strange and told.years:
            message = f"'{escape(strange[0], 60)}' is told here, and no date or passage around it has it"
            yield Fault(message, (*node.route, key), "correct the year, the month or the day")


def _read(text: str) -> set[tuple[int, int]]:
    shown = read_printed(text)
    return {(month, day) for month in shown.months for day in shown.days}


def _told(record: Record, corpus: Corpus) -> Told:
    """Take what the record, those nearby and the lines that it cites tell of, and the names of sources."""
    around = [corpus.records[one] for one in sorted(near(record, corpus) & corpus.records.keys())]
    parts = [corpus.remembered((__name__, "of", one.document.path), partial(_of_record, one)) for one in around]
    lines = [corpus.remembered((__name__, *at), partial(_of_line, *at, corpus)) for at in sorted(_lines(record))]
    years = chain.from_iterable(one.years for one in (*parts, *lines))
    names = _FIGURES.findall(" ".join(source.id for source in corpus.by_kind["source"]))
    months = chain.from_iterable(one.months for one in (*parts, *lines))
    days = chain.from_iterable(one.days for one in (*parts, *lines))
    joined = chain.from_iterable(one.months_of_years for one in (*parts, *lines))
    return Told(frozenset((*years, *names)), frozenset(months), frozenset(days), frozenset(joined))


def _of_record(record: Record) -> Told:
    dates = [node.value["edtf"] for node in record.nodes() if node.shape.name == "date"]
    words = [str(node.value.get("printed", "")) for node in record.nodes()]
    names = [name["text"] for name in record.data.get("names", ())]
    days = ((int(month), int(day)) for date in dates for month, day in _DAY.findall(date))
    joined = {(year, int(month)) for date in dates for year, month in _MONTH_OF_YEAR.findall(date)}
    months = frozenset(month for _, month in joined)
    for text in (record.id, *words, *names):
        joined |= {(year, month) for year in _FIGURES.findall(text) for month in read_printed(text).months}
    told = " ".join([record.id, *dates, *words, *names])
    months |= read_printed(told).months
    return Told(frozenset(_FIGURES.findall(told)), months, frozenset(days), frozenset(joined))


def _lines(record: Record) -> frozenset[Line]:
    """Give every line that a record cites, or of a source all of its own."""
    if record.kind.name == "source":
        return frozenset((record.id, line) for line in range(1, record.data["line_count"] + 1))
    return cited_lines(node.value for node in record.nodes())


def _of_line(source: str, line: int, corpus: Corpus) -> Told:
    text = corpus.texts.get(source)
    if text is None or not 0 < line <= text.line_count:
        return Told(frozenset(), frozenset(), frozenset(), frozenset())
    words = text.text[slice(*text.span(line, line))]
    if not _MAY_TELL.search(words):
        return Told(frozenset(), frozenset(), frozenset(), frozenset())
    shown = read_printed(words)
    numeric = {(month, day) for one in shown.numeric_days for _, month, day in one.readings}
    days = {(month, day) for month in shown.months for day in shown.days}
    months = shown.months | {month for month, _ in numeric}
    years = frozenset(_FIGURES.findall(words))
    joined = frozenset((year, month) for year in years for month in months)
    return Told(years, months, frozenset(days | numeric), joined)
