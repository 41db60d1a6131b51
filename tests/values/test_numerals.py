"""A number is recognised in the forms that sources print."""

from __future__ import annotations

import pytest

from huiyi.values.numerals import ordinal_forms, printed_forms


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "zero"),
        (9, "nine"),
        (9, "九"),
        (2, "两"),
        (19, "nineteen"),
        (10, "十"),
        (12, "十二"),
        (20, "twenty"),
        (42, "forty two"),
        (42, "四十二"),
        (100, "a hundred"),
        (100, "one hundred"),
        (105, "one hundred and five"),
        (105, "one hundred five"),
        (105, "一百零五"),
        (105, "一百〇五"),
        (110, "一百一十"),
        (1050, "一千零五十"),
        (1200, "1.2 thousand"),
        (5200, "five thousand two hundred"),
        (2000, "两千"),
        (7000, "七千"),
        (4_000_000, "4000000"),
        (4_000_000, "4 million"),
        (4_000_000, "four million"),
        (4_000_000, "400 万"),
        (4_000_000, "四百万"),
        (4_500_000, "4.5 million"),
        (600_000_000, "六亿"),
        (35.5, "35.5"),
        (3.0, "3"),
        (3.0, "three"),
    ],
)
def test_a_number_may_be_printed_so(number: float, form: str) -> None:
    assert form in printed_forms(number)


@pytest.mark.parametrize(
    ("number", "form"),
    [(400, "4 thousand"), (12, "二"), (35.5, "thirty five"), (400, "0.4 thousand"), (10**12, "one")],
)
def test_a_number_is_not_printed_so(number: float, form: str) -> None:
    assert form not in printed_forms(number)


def test_no_form_is_given_twice() -> None:
    for number in (*range(2000), 10_001, 20_000, 123_456, 100_000_002):
        forms = printed_forms(number)
        assert len(forms) == len(set(forms))
        assert forms[0] == str(number)


@pytest.mark.parametrize(
    ("number", "form"),
    [
        *((1, "first"), (2, "2nd"), (2, "second"), (2, "二"), (3, "3rd"), (4, "iv"), (7, "seven"), (8, "eighth")),
        *((11, "11th"), (12, "twelfth"), (12, "xii"), (13, "13th"), (17, "十七"), (20, "twentieth"), (21, "21st")),
        *((22, "twenty second"), (39, "xxxix"), (100, "one hundredth"), (112, "112th")),
    ],
)
def test_one_of_a_series_is_numbered_by_number_or_ordinal(number: int, form: str) -> None:
    assert form in ordinal_forms(number)


def test_no_number_shares_an_ordinal_with_another() -> None:
    forms = [form for number in range(1, 120) for form in set(ordinal_forms(number))]
    assert len(forms) == len(set(forms))
