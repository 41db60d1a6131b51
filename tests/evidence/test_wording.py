"""What a record prints is found in a text whatever stands between its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyi.evidence.wording import stretches, wording, words_of


def holds(text: str, sought: str, *, joins_cut_words: bool = False) -> bool:
    return wording(text, joins_cut_words=joins_cut_words).holds(words_of(sought), stretches([(0, len(text))]))


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
    first, second = (0, start), (start, len(text))
    assert found.holds("an was silent", stretches([second]))
    assert found.holds("rao spoke", stretches([first]))
    assert found.holds("rao spoke", stretches([second, first]))
    assert not found.holds("spoke an", stretches([first]))
    assert not found.holds("spoke an", stretches([first, second]))
    assert not found.holds("rao", stretches([]))


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 13)).filter(lambda span: span[0] < span[1]), max_size=5)
WORDS = st.lists(st.sampled_from("ab"), min_size=1, max_size=3)


@given(st.text("ab \n-", max_size=13), WORDS, SPANS)
def test_words_stand_in_some_of_many_passages_if_they_stand_in_one(
    text: str, words: list[str], spans: list[tuple[int, int]]
) -> None:
    sought = " ".join(words)
    for found in (wording(text), wording(text, joins_cut_words=True)):
        each = [found.holds(sought, stretches([span])) for span in spans]
        assert found.holds(sought, stretches(spans)) == any(each)


def test_a_cut_word_stands_in_a_passage_only_with_both_its_pieces() -> None:
    found = wording("a commu-\nnist", joins_cut_words=True)
    assert found.holds("communist", stretches([(0, 13)]))
    assert not found.holds("communist", stretches([(0, 7), (9, 13)]))


def test_a_word_cut_by_the_printer_is_joined_on_demand() -> None:
    text = "a commu-\n nist, inner-\nparty"
    assert not holds(text, "communist")
    assert holds(text, "communist", joins_cut_words=True)
    assert holds(text, "inner-party")


def test_a_word_broken_without_a_hyphen_is_joined_on_demand_where_it_stands_whole_elsewhere() -> None:
    text = "It was re\nported in a\nnew way, as many reported it."
    assert not holds(text, "was reported in")
    assert holds(text, "was reported in", joins_cut_words=True)
    assert holds(text, "in a new way", joins_cut_words=True)


def test_two_words_at_a_line_end_are_not_joined_to_a_rarer_one() -> None:
    text = "a part in\nthe dyke, and in the pond, in the lake, in the sea; he inthe wrote"
    assert not holds(text, "inthe dyke", joins_cut_words=True)
    assert holds(text, "in the dyke", joins_cut_words=True)


def test_the_mark_of_a_note_is_no_part_of_the_year_before_it() -> None:
    assert holds("the flood of 1987.32 Then", "1987")
    assert holds("a deficit of 1987.5 million", "1987.5")
    assert not holds("a deficit of 1787.5 million", "1787")
