"""What a printed date shows, and how it is held against its EDTF."""

from __future__ import annotations

import pytest

from huiyi.values.printed_dates import read_printed
from huiyi.values.written_dates import missing_from_edtf, missing_from_print


@pytest.mark.parametrize(
    ("printed", "years", "months", "days"),
    [
        ("September 29, 1953", {1953}, {9}, {29}),
        ("29 Sept. 1953", {1953}, {9}, {29}),
        ("the 29th of September, 1953", {1953}, {9}, {29}),
        ("March 21-31, 1955", {1955}, {3}, {21, 31}),
        ("February 6 to 10, 1954", {1954}, {2}, {6, 10}),
        ("20 May–13 June", set(), {5, 6}, {20, 13}),
        ("until march 23", set(), {3}, {23}),
        ("December 11,1984", {1984}, {12}, {11}),
        ("1953-09-21", {1953}, {9}, {21}),
        ("1953-09", {1953}, {9}, set()),
        ("1945-6", {1945, 1946}, set(), set()),
        ("1958-60", {1958, 1960}, set(), set()),
        ("1957年12月19日", {1957}, {12}, {19}),
        ("一九五七年十二月二十九日", {1957}, {12}, {29}),
        ("一九六○年十月一日", {1960}, {10}, {1}),
        ("１２月１９日至廿二日", set(), {12}, {19, 22}),
        ("19—22日", set(), set(), {19, 22}),
    ],
)
def test_the_parts_of_a_date_are_read(printed: str, years: set[int], months: set[int], days: set[int]) -> None:
    shown = read_printed(printed)
    assert (set(shown.years), set(shown.months), set(shown.days)) == (years, months, days)


@pytest.mark.parametrize(
    "printed",
    [
        "the fifties",
        "shortly afterward",
        "it may be so",
        "three months later",
        "after the Long March",
        "三个月以后",
        "35 members",
    ],
)
def test_a_phrase_without_a_date_is_empty(printed: str) -> None:
    assert read_printed(printed).is_empty


def test_a_day_in_three_numbers_has_every_reading_that_has_a_month() -> None:
    (clear,) = read_printed("21-09-1953").numeric_days
    (open_to_two,) = read_printed("6.2.54").numeric_days
    assert set(clear.readings) == {(1953, 9, 21)}
    assert not clear.is_ambiguous
    assert set(open_to_two.readings) == {(1954, 2, 6), (1954, 6, 2)}
    assert open_to_two.is_ambiguous


def test_a_decade_is_not_its_first_year() -> None:
    shown = read_printed("in the 1950s")
    assert set(shown.decades) == {195}
    assert not shown.years


@pytest.mark.parametrize(
    ("printed", "edtf", "part"),
    [
        ("September 28, 1953", "1953-09-29", "day 28"),
        ("August 29, 1953", "1953-09-29", "month August"),
        ("September 29, 1953", "1954-09-29", "year 1953"),
        ("in the 1950s", "196X", "decade 1950s"),
        ("21-09-1953", "1953-09", "day 21-09-1953"),
        ("31-02-1953", "1953-03-31", "day 31-02-1953"),
        ("13月", "1953-12", "month 13"),
        ("March 5, 7 and 12", "1951-03-05/1951-03-12", ""),
        ("05-03-1951, 07-03-1951, 12-03-1951", "1951-03-05/1951-03-12", ""),
        ("1957, 1958 or 1959", "[1957..1959]", ""),
        ("the late 1950s", "1957/1959", ""),
        ("", "1953", ""),
    ],
)
def test_a_printed_part_that_the_edtf_lacks_is_named(printed: str, edtf: str, part: str) -> None:
    assert missing_from_edtf(printed, edtf) == part


@pytest.mark.parametrize(
    ("printed", "edtf", "part"),
    [
        ("October 22", "1953-10-22", "year 1953"),
        ("October 1953", "1953-10-22", "day 22"),
        ("the autumn of 1953", "1953-09", "month September"),
        ("the autumn of 1953", "1953-23", ""),
        ("22 October '53", "1953-10-22", ""),
        ("the late 1950s", "1957/1959", ""),
        ("22-10-1953", "1953-10-22", ""),
        ("the fifties", "195X", ""),
        ("last year", "1953", "year 1953"),
    ],
)
def test_a_part_of_the_edtf_that_is_not_printed_is_named(printed: str, edtf: str, part: str) -> None:
    assert missing_from_print(printed, edtf) == part
