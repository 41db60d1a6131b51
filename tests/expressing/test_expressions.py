"""An expression of a vocabulary is found in a text however it is printed there, and not in longer words."""

from __future__ import annotations

import pytest

from huiyi.expressing import Expression


def found(expression: str, text: str) -> str:
    match = Expression(expression).search(text, text.lower())
    return match[0] if match else ""


@pytest.mark.parametrize("dots", ["…", "...", ". . ."])
def test_three_dots_are_found_with_spaces_without_and_as_one_character(dots: str) -> None:
    text = f"They came {dots} and left"
    assert found("...", text) == dots
    assert found("came ...", text) == f"came {dots}"


def test_a_word_is_found_whole_unless_its_end_is_left_open() -> None:
    assert found("decide", "It was decided.") == ""
    assert found("decid*", "It was Decided.") == "Decided"
    assert found("at  most", "at\nmost ten") == "at\nmost"


def test_characters_are_found_inside_a_longer_run_but_not_in_a_word_that_only_holds_them() -> None:
    assert found("要", "我们要去") == "要"
    assert found("要", "重要的事") == ""


def test_what_is_said_of_a_number_stands_right_before_it_or_right_after_it() -> None:
    before, after = Expression("about …"), Expression("… or so")
    assert before.beside("he saw about “", " men") is not None
    assert before.beside("about him, ", " men") is None
    assert before.beside("", " about") is None
    assert after.beside("he saw ", " or so") is not None
    assert after.beside("or so ", " men") is None
