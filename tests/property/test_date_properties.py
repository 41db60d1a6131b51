"""What holds of every date: bounds, order, and comparisons against all that a text may mean, spelled out."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from huiyi.values.dates import (
    PATTERN,
    Answer,
    Edtf,
    NotEdtf,
    after,
    before,
    parse,
    weekday,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Drawn = tuple[str, date, date]
Stretch = tuple[date, date]


@st.composite
def plain(draw: st.DrawFn, first: int = 1000, last: int = 9999) -> Drawn:
    """Draw a year, month or day with the bounds that the calendar module gives it."""
    year = draw(st.integers(first, last))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 31))
    length = calendar.monthrange(year, month)[1]
    form = draw(st.sampled_from(["year", "month", "day", "no month", "no day"]))
    if form in {"year", "no month"}:
        text = f"{year}" if form == "year" else f"{year}-XX"
        return text, date(year, 1, 1), date(year, 12, 31)
    if form in {"month", "no day"}:
        text = f"{year}-{month:02}" + ("" if form == "month" else "-XX")
        return text, date(year, month, 1), date(year, month, length)
    exact = date(year, month, min(day, length))
    return exact.isoformat(), exact, exact


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text of the profile, or one whose ends do not fit, in years that often meet."""
    pieces = [draw(plain(1952, 1955))[0] for _ in range(2)]
    marks = [draw(st.sampled_from(["", "", "", "?", "~", "%"])) for _ in range(2)]
    part = draw(st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
    ends = [piece + mark for piece, mark in zip(pieces, marks, strict=True)]
    bare = [piece.replace("-XX", "") for piece in pieces]
    return draw(
        st.sampled_from(
            [
                ends[0],
                "/".join(ends),
                f"../{ends[0]}",
                f"/{ends[0]}",
                f"{ends[0]}/..",
                f"{ends[0]}/",
                f"{pieces[0][:4]}-{part}",
                f"{pieces[0][:3]}X{marks[0]}",
                f"[{','.join(bare)}]",
                f"[{'..'.join(bare)}]",
                f"[..{bare[0]}]",
                f"[{bare[0]}..]",
            ]
        )
    )


@st.composite
def dates(draw: st.DrawFn) -> Edtf:
    """Draw a date of the profile."""
    text = draw(texts())
    try:
        return parse(text)
    except NotEdtf:
        return parse(text.partition("/")[0].partition("..")[0].strip("["))


@given(plain())
def test_bounds_agree_with_the_calendar(drawn: Drawn) -> None:
    text, first, last = drawn
    edtf = parse(text)
    assert (edtf.earliest, edtf.latest, edtf.text) == (first, last, text)
    name = calendar.day_name[first.weekday()] if edtf.precision == "day" else None
    assert weekday(edtf) == name


@given(plain(), plain())
def test_an_interval_is_read_if_it_can_run_forward_and_is_reversed_if_it_cannot(a: Drawn, b: Drawn) -> None:
    text = f"{a[0]}/{b[0]}"
    if a[1] <= b[2]:
        assert (parse(text).earliest, parse(text).latest) == (a[1], b[2])
    else:
        with pytest.raises(NotEdtf) as caught:
            parse(text)
        assert caught.value.fault == "reversed-interval"


@given(st.integers(1000, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_read_exactly_if_the_calendar_has_it(year: int, month: int, day: int) -> None:
    text = f"{year}-{month:02}-{day:02}"
    try:
        expected = date(year, month, day)
    except ValueError:
        expected = None
    try:
        read = parse(text).earliest
    except NotEdtf:
        read = None
    assert read == expected


@given(dates())
def test_bounds_and_reach_are_ordered(edtf: Edtf) -> None:
    first_begin, last_begin, first_end, last_end = edtf.reach
    assert first_begin <= last_begin <= last_end
    assert first_begin <= first_end <= last_end
    if edtf.earliest and edtf.latest:
        assert edtf.earliest <= edtf.latest
    if edtf.earliest and not edtf.qualifier:
        assert first_begin <= edtf.earliest
    if edtf.latest and not edtf.qualifier:
        assert last_end >= edtf.latest


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Draw a text of the profile with a few characters changed, added or taken out."""
    text = draw(texts())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        new = draw(st.sampled_from([*"0123459X?~%-/.,[]{}TYSE \n٣", "", "..", "-2"]))
        text = text[:at] + new + text[at + draw(st.integers(0, 2)) :]
    return text


@given(damaged() | texts() | st.text(max_size=12))
@example("1953\n")
@example("1953-02-30")
def test_the_pattern_accepts_what_the_parser_does_not_call_malformed(text: str) -> None:
    try:
        read, fault = parse(text).text, ""
    except NotEdtf as refusal:
        read, fault = text, refusal.fault
    assert read == text
    assert bool(re.search(PATTERN, text)) == (fault != "malformed-date")


@given(dates(), dates())
def test_before_is_antisymmetric_and_after_is_its_mirror(a: Edtf, b: Edtf) -> None:
    assert after(a, b) == before(b, a)
    if before(a, b) == "yes":
        assert before(b, a) == "no"
        assert within(a, b) == within(b, a) == "no"


@given(dates(), dates(), dates())
def test_before_is_transitive(a: Edtf, b: Edtf, c: Edtf) -> None:
    if before(a, b) == before(b, c) == "yes":
        assert before(a, c) == "yes"


def stretches(start: Drawn, end: Drawn, edges: set[date]) -> list[Stretch]:
    """List what a date (start and end the same) or interval may mean, as far as days at some edge go."""
    begins = [day for day in edges if start[1] <= day <= start[2]]
    ends = [day for day in edges if end[1] <= day <= end[2]]
    return [(begin, last) for begin, last in product(begins, ends) if begin <= last]


CLAIMS: list[tuple[Callable[[Edtf, Edtf], Answer], Callable[[Stretch, Stretch], bool]]] = [
    (before, lambda a, b: a[1] < b[0]),
    (after, lambda a, b: b[1] < a[0]),
    (within, lambda a, b: b[0] <= a[0] and a[1] <= b[1]),
]


ENDS = st.lists(plain(1953, 1954), min_size=1, max_size=2)


@given(ENDS, ENDS)
def test_an_answer_is_certain_exactly_if_everything_that_is_meant_agrees(
    first: list[Drawn], second: list[Drawn]
) -> None:
    assume(first[0][1] <= first[-1][2] and second[0][1] <= second[-1][2])
    a, b = (parse("/".join(text for text, _, _ in ends)) for ends in (first, second))
    bounds = {day for _, low, high in first + second for day in (low, high)}
    edges = bounds | {day + timedelta(step) for day in bounds for step in (-1, 1)}
    meanings = list(product(stretches(first[0], first[-1], edges), stretches(second[0], second[-1], edges)))

    for compare, claim in CLAIMS:
        found = {claim(*meaning) for meaning in meanings}
        expected = "unknown" if len(found) > 1 else "yes" if True in found else "no"
        assert compare(a, b) == expected, compare.__name__
