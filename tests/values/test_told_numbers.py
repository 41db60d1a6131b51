"""The numbers that a text tells are read alike in both languages, and vague ones not at all."""

from __future__ import annotations

import pytest

from huiyi.values.told_numbers import told_in_chinese, told_in_english


@pytest.mark.parametrize(
    ("english", "chinese", "numbers"),
    [
        ("1.04 million letters", "一百零四万封信", {1_040_000}),
        ("more than 640,000", "六十四万多", {640_000}),
        ("62.1% of all", "占百分之六十二点一", {62.1}),
        ("sixty-two percent", "62％", {62}),
        ("its seventeenth meeting on the 19th", "在十九日举行第十七次会议", {17, 19}),
        ("December 15, 1957", "一九五七年十二月十五日", {15, 1957}),
        ("two million three hundred thousand", "两百三十万", {2_300_000}),
        ("a hundred and forty", "一百四十", {140}),
        ("1.5 billion", "十五亿", {1_500_000_000}),
        ("fifteen per mille", "千分之十五", {15}),
        ("80%, and one-third about 50%", "80％，三分之一约50％", {80, 50}),
        ("12 and 15", "12和15", {12, 15}),
        ("one of the ten", "一般十个", set[int]()),
        ("in 1957", "1957年", {1957}),
    ],
)
def test_a_number_is_read_alike_in_both_languages(english: str, chinese: str, numbers: set[float]) -> None:
    assert told_in_english(english) == frozenset(numbers)
    assert told_in_chinese(chinese) == frozenset(numbers)


@pytest.mark.parametrize(
    "text", ["hundreds of people", "several thousand", "in the 1950s", "70-80 people", "half a million"]
)
def test_an_english_text_with_a_vague_number_is_not_read(text: str) -> None:
    assert told_in_english(text) is None


@pytest.mark.parametrize(
    "text", ["几百人", "三四十人", "成千上万", "数十万", "八成", "五十年代", "57年", "70至80人", "十几个"]
)
def test_a_chinese_text_with_a_vague_number_is_not_read(text: str) -> None:
    assert told_in_chinese(text) is None


def test_figures_without_end_are_no_fault() -> None:
    assert told_in_english("9" * 400 + " people") == frozenset({float("inf")})
    assert told_in_chinese("9" * 400 + "万") == frozenset({float("inf")})
