"""Any text is shown on one line, and each refused character has a name."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyi.values.text import (
    escape,
    find_refused,
    find_unnormalised,
    find_wide_spaces,
    is_harmless,
    name_character,
)

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("毛泽东 1954 – é 𠀀", "毛泽东 1954 – é 𠀀"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x1b[31m\x00\x7f\x9b", r"\x1b[31m\x00\x7f\x9b"),
        ("\u202ea\u200b\u3000\xa0", r"\u202ea\u200b\u3000\xa0"),
        ("\U000e0041\ud800\U0010ffff", r"\U000e0041\ud800\U0010ffff"),
        ("::error file=x::", r"\x3a:error file=x::"),
        ("  ::warning::", r"  \x3a:warning::"),
        ("a ::b", "a ::b"),
        ("x ##[error] ##vso[task] ## heading", r"x \x23#[error] \x23#vso[task] ## heading"),
        ("", ""),
    ],
)
def test_a_text_is_shown_safely(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_a_long_text_is_cut() -> None:
    assert escape("x" * 10, 10) == "x" * 10
    assert escape("x" * 11, 10) == "x" * 9 + "…"
    assert escape("\x1b" * 10**6, 10) == r"\x1b\x1b\…"[:9] + "…"


@settings(max_examples=300)
@given(st.text(st.characters(codec=None, exclude_categories=())), st.integers(1, 60))
def test_what_is_shown_is_printable_short_and_shown_again_the_same(text: str, limit: int) -> None:
    shown = escape(text, limit)
    assert shown.isprintable()
    assert len(shown) <= limit
    assert escape(shown, limit) == shown


def test_the_fast_look_never_passes_what_the_slow_look_finds() -> None:
    refused = {EVERY_CHARACTER[index] for index in find_refused(EVERY_CHARACTER)}
    wide = {EVERY_CHARACTER[index] for index in find_wide_spaces(EVERY_CHARACTER)}
    assert not any(is_harmless(character) for character in refused | wide)
    assert not refused & wide
    assert "\n" not in refused
    assert is_harmless("a\nb")
    assert wide == {c for c in EVERY_CHARACTER if unicodedata.category(c) == "Zs"} - {" "}
    assert {c for c in EVERY_CHARACTER if unicodedata.category(c) in {"Cc", "Cs", "Co", "Zl", "Zp"}} - {"\n"} <= refused
    assert {c for c in EVERY_CHARACTER if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF} <= refused
    letters = {c for c in refused if unicodedata.category(c)[0] in "LMNP"}
    assert letters == set()


def test_each_refused_character_has_a_name_in_ascii() -> None:
    for index in find_refused(EVERY_CHARACTER):
        name = name_character(EVERY_CHARACTER[index])
        assert name.isascii()
        assert name.isprintable()
    assert name_character("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert name_character("\t") == "U+0009 TAB"
    assert name_character("\x01") == "U+0001 (control character)"
    assert name_character("\ue000") == "U+E000 (private use)"


@settings(max_examples=300)
@given(st.text(st.sampled_from("ae\u0301\u0316\u0327é\uf900毛\u1100\u1161가\n")))
def test_the_first_unnormalised_place_agrees_with_unicode(text: str) -> None:
    index = find_unnormalised(text)
    assert (index is None) is unicodedata.is_normalized("NFC", text)
    if index is not None:
        assert unicodedata.is_normalized("NFC", text[:index])
