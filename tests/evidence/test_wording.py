"""What a record prints is found in a text whatever stands between its words."""

from __future__ import annotations

import pytest

from huiyi.evidence.wording import wording, words_of


def holds(text: str, sought: str, *, joins_cut_words: bool = False) -> bool:
    return wording(text, joins_cut_words=joins_cut_words).holds(words_of(sought), 0, len(text))


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("the *Huigu* of Bo", "huigu of bo"),
        ("more than “4,000,000” people", "4000000"),
        ("a share of 35.5 %", "35.5"),
        ("the clique.¹³⁵ Then", "clique"),
        ("the clique.¹³⁵ Then", "135"),
        ("the\nparty’s\n\nline", "Party's line"),
        ("21-09-1953 – 27-10-1953", "21-09-1953 - 27-10-1953"),
        ("下放\n干部", "下放干部"),
        ("共４５０人", "450"),
        ("共450万人", "450 万"),
        ("Ｍａｏ", "Mao"),
    ],
)
def test_words_are_found_over_punctuation_and_line_breaks(text: str, sought: str) -> None:
    assert holds(text, sought)


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("about it", "Bo"),
        ("4,000,000", "4,000"),
        ("35.5", "35"),
        ("the 2nd time", "2"),
        ("二十一日", "一日"),
        ("", "Bo"),
    ],
)
def test_a_part_of_a_word_or_number_is_not_found(text: str, sought: str) -> None:
    assert not holds(text, sought)


def test_words_outside_the_passage_are_not_found() -> None:
    text = "Rao spoke. An was silent."
    found = wording(text)
    start = text.index("An")
    assert found.holds("an was silent", start, len(text))
    assert found.holds("rao spoke", 0, start)
    assert not found.holds("spoke an", 0, start)
    assert not found.holds("spoke an", start, len(text))


def test_a_word_cut_by_the_printer_is_joined_on_demand() -> None:
    text = "a commu-\n nist, inner-\nparty"
    assert not holds(text, "communist")
    assert holds(text, "communist", joins_cut_words=True)
    assert holds(text, "inner-party")
