"""Agreement is measured as the literature does."""

from __future__ import annotations

import pytest

from huiyi.coding.agreement import Agreement, Readings, agreement


@pytest.mark.parametrize(
    ("first", "second", "alpha"),
    [
        # The two examples with two readers and no gaps with which Krippendorff explains the measure.
        ("0100000010", "1110010000", 0.0952),
        ("aabbdcccedda", "babbbccceddd", 0.692),
        ("abc", "abc", 1.0),
        ("ab", "ba", -0.5),
    ],
)
def test_alpha_is_krippendorffs(first: str, second: str, alpha: float) -> None:
    pairs = tuple(zip(first, second, strict=True))
    assert agreement([Readings(len(pairs), pairs)]).alpha == alpha


def test_parts_to_which_neither_gave_a_code_count_as_agreement() -> None:
    pairs = (("hedged", ""), ("hedged", "hedged"))
    alone, among_many = (agreement([Readings(asked, pairs)]) for asked in (2, 100))
    assert alone.alpha is not None
    assert among_many.alpha is not None
    assert alone.alpha < among_many.alpha < 1
    assert among_many[:3] == (100, 2, 1)


def test_readings_of_several_sources_are_one() -> None:
    parts = [Readings(5, (("a", "b"),)), Readings(3, (("a", "a"), ("c", "")))]
    assert agreement(parts) == agreement([Readings(8, (("a", "b"), ("a", "a"), ("c", "")))])


def test_without_any_code_there_is_no_alpha() -> None:
    assert agreement([]) == Agreement(0, 0, 0, None)
    assert agreement([Readings(3, ())]) == Agreement(3, 0, 0, None)
