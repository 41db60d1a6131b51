"""Which posts a person held on a day: for certain, possibly, or certainly not."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyi.checking import read
from huiyi.holding import Held, PostsHeld, Tenure, posts_held
from huiyi.schemas import read_contract
from huiyi.values.dates import parse

TOY = Path(__file__).resolve().parents[1] / "toy"


def tenure(status: str = "held", certainty: str = "asserted", **dates: str) -> Tenure:
    data = {"organization": "office", "status": status, "certainty": certainty}
    return Tenure("wu#tenure-1", data | {key: {"edtf": edtf} for key, edtf in dates.items()})


@pytest.mark.parametrize("day", ["1953-05-01", "1951-01-01/1953-12-31", "1953", "1954-01"])
def test_what_lies_between_the_ends_is_certain(day: str) -> None:
    assert tenure(start="1950", end="1954-02-10").verdict(parse(day)) == "certain"


@pytest.mark.parametrize("day", ["1949-12-31", "1954-02-11", "1955/1956"])
def test_what_lies_outside_the_ends_is_no_day_of_the_tenure(day: str) -> None:
    assert tenure(start="1950", end="1954-02-10").verdict(parse(day)) is None


@pytest.mark.parametrize("day", ["1950", "1954-02", "1954-02-01/1954-02-15", "1953~", "../1953", "1953/"])
def test_what_may_lie_on_either_side_of_an_end_is_possible(day: str) -> None:
    assert tenure(start="1950", end="1954-02-10").verdict(parse(day)) == "possible"


def test_the_first_and_last_days_of_a_tenure_are_days_of_it() -> None:
    short = tenure(start="1950-03-01", end="1954-02-10")
    assert short.verdict(parse("1950-03-01")) == "certain"
    assert short.verdict(parse("1954-02-10")) == "certain"


def test_without_ends_only_the_day_told_of_is_certain() -> None:
    told = tenure(as_of="1953-09-21/1953-10-27")
    assert told.verdict(parse("1953-10-01/1953-10-03")) == "certain"
    assert told.verdict(parse("1953-10-28")) == "possible"
    assert tenure().verdict(parse("1953")) == "possible"


@pytest.mark.parametrize(
    "weak", [{"status": "prospective"}, {"status": "reputed"}, {"certainty": "hedged"}, {"certainty": "denied"}]
)
def test_a_tenure_that_nobody_vouches_for_neither_holds_nor_excludes(weak: dict[str, str]) -> None:
    told = tenure(start="1950-03-01", end="1954-02-10", **weak)
    assert told.verdict(parse("1953")) == "possible"
    assert told.verdict(parse("1960")) == "possible"


def test_a_person_holds_the_tenures_that_the_day_may_fall_into() -> None:
    tenures = tenure(start="1950", end="1952"), tenure(start="1950", end="1955"), tenure(as_of="1960")
    numbered = tuple(Tenure(f"wu#tenure-{number}", one.data) for number, one in enumerate(tenures, 1))
    held = PostsHeld({"wu": numbered}).held_on("wu", parse("1953"))
    assert held == (Held("wu#tenure-2", "certain"), Held("wu#tenure-3", "possible"))
    assert PostsHeld({}).held_on("nobody", parse("1953")) == ()


def test_the_drafter_of_the_toy_held_the_post_at_the_conference() -> None:
    corpus, _ = read(TOY, read_contract(), None)
    held = posts_held(corpus)
    days = parse(corpus.records["second-conference-of-lake-surveyors"].data["date"]["edtf"])
    assert held.held_on("song-an", days) == (Held("song-an#tenure-1", "certain"),)
    assert held.held_on("song-an", parse("1953-12-31")) == (Held("song-an#tenure-1", "possible"),)
    assert held.held_on("lin-hai", days) == ()
    assert posts_held(corpus) is held
    assert corpus.node("song-an#tenure-1") is not None
