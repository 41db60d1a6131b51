"""Which dates are firm enough to contradict something, and the days on which a post was certainly held."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huiyi.values.dates import parse
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, held_days


def dated(edtf: str, certainty: str = "asserted") -> dict[str, str]:
    return {"edtf": edtf, "certainty": certainty}


@pytest.mark.parametrize("certainty", ["hedged", "questioned", "denied"])
def test_only_an_asserted_date_is_firm(certainty: str) -> None:
    assert firm_date({"start": dated("1953")}, "start") == parse("1953")
    assert firm_date({"start": dated("1953", certainty)}, "start") is None
    assert firm_date({}, "start") is None


def test_nothing_is_certain_about_an_unknown_date() -> None:
    known = parse("1953")
    assert certainly_before(parse("1952"), known)
    assert certainly_after(parse("1954"), known)
    for unknown in (None, parse("1900?"), parse("../1990")):
        assert not certainly_before(unknown, known)
        assert not certainly_after(unknown, known)
        assert not certainly_before(known, unknown)


@pytest.mark.parametrize(
    ("tenure", "days"),
    [
        ({"start": dated("1950"), "end": dated("1954")}, (date(1950, 12, 31), date(1954, 1, 1))),
        ({"start": dated("1950-03-01"), "as_of": dated("1951-05")}, (date(1950, 3, 1), date(1951, 5, 1))),
        ({"as_of": dated("1953-09-21/1953-10-27")}, (date(1953, 9, 21), date(1953, 10, 27))),
        ({"start": dated("1950-03-01")}, (date(1950, 3, 1), date(1950, 3, 1))),
        ({"start": dated("1950")}, None),
        ({"start": dated("1950", "questioned")}, None),
        ({}, None),
    ],
)
def test_a_post_was_held_between_the_latest_start_and_the_earliest_end(
    tenure: dict[str, Any], days: tuple[date, date] | None
) -> None:
    assert held_days(tenure) == days
