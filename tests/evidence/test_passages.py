from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyi.evidence.flowing import flow, without_case
from huiyi.evidence.passages import Located, NotFound, Passage, locate, selector, solutions, words_in
from huiyi.evidence.texts import source_text

if TYPE_CHECKING:
    from huiyi.evidence.texts import SourceText


def found(text: SourceText, first: int, last: int, opening: str | None = None, closing: str | None = None) -> str:
    place = locate(Passage("pond", first, last, opening, closing), text)
    assert isinstance(place, Located), place
    passage = text.text[place.start : place.end]
    assert place.sha256 == hashlib.sha256(passage.encode()).hexdigest()
    return passage


def fault(text: SourceText, first: int, last: int, opening: str | None = None, closing: str | None = None) -> NotFound:
    place = locate(Passage("pond", first, last, opening, closing), text)
    assert isinstance(place, NotFound), place
    return place


def test_without_ends_the_passage_is_the_lines(pond: SourceText) -> None:
    assert found(pond, 1, 1) == "**Ducks of the pond**"
    assert found(pond, 9, 11) == "鸭子说，鸭\n子们都很好\nno"
    assert found(pond, 13, 13) == "The end of the pond"


def test_an_opening_alone_reaches_to_the_end_of_the_last_line(pond: SourceText) -> None:
    assert found(pond, 5, 6, "viewed").endswith("\u201d, and left")


def test_a_closing_alone_reaches_back_to_the_start_of_the_first_line(pond: SourceText) -> None:
    assert found(pond, 5, 6, closing="well-known") == "A long gander was inter\nviewed by well-known"


@pytest.mark.parametrize(
    ("lines", "opening", "closing", "passage"),
    [
        ((3, 3), "The 4", "alternate ducks", "The 4<sup>th</sup> duck and 26 alternate ducks"),
        ((3, 3), "26 alternate", "swim.", "26 alternate ducks swam; 126 alternate geese did not swim."),
        ((3, 3), "Ducks", "Ducks", "Ducks"),
        ((3, 3), "duck and 26", "and 26 alternate", "duck and 26 alternate"),
        ((4, 4), "column Second", "Third:", "column\tSecond column\tThird:"),
        ((5, 6), "gander was", "inter viewed", "gander was inter\nviewed"),
        ((6, 6), "well-known", "\u201cyes\u201d,", "well-known herons, said \u201cyes\u201d,"),
        ((6, 6), "known", "known", "known"),
        ((8, 8), "20日", "湖上", "20日讯  湖上"),
        ((8, 8), "讯湖上", "开了会，", "讯  湖上的鸭子开了会，"),
        ((8, 8), "讯 湖上", "会， 白", "讯  湖上的鸭子开了会，白"),
        ((9, 10), "说，鸭子", "很好", "说，鸭\n子们都很好"),
    ],
)
def test_ends_match_over_any_white_space(
    pond: SourceText, lines: tuple[int, int], opening: str, closing: str, passage: str
) -> None:
    assert found(pond, *lines, opening, closing) == passage


@pytest.mark.parametrize(("first", "last"), [(14, 14), (1, 14), (0, 1), (3, 2)])
def test_lines_that_the_text_has_not_are_named_with_their_number(pond: SourceText, first: int, last: int) -> None:
    missing = fault(pond, first, last)
    assert missing.fault == "lines-beyond-text"
    assert "has 13 lines" in missing.reason


def test_blank_lines_support_nothing(pond: SourceText) -> None:
    assert fault(pond, 2, 2).fault == "blank-lines"
    assert fault(pond, 7, 7, "duck").fault == "blank-lines"


def test_an_end_that_stands_elsewhere_is_proposed_on_the_nearest_line(pond: SourceText) -> None:
    missing = fault(pond, 5, 5, "gander", "well-known herons")
    assert missing.fault == "closing-not-in-lines"
    assert missing.hint == "it stands on line 6"
    assert fault(pond, 12, 12, "the pond").hint == "it stands on line 13"
    assert fault(pond, 3, 3, "the pond").hint == "it stands on line 1"


def test_an_end_in_other_capitals_is_shown_as_printed(pond: SourceText) -> None:
    missing = fault(pond, 3, 3, "the 4")
    assert missing.fault == "opening-not-in-lines"
    assert missing.hint == 'line 3 prints "The 4"'


def test_an_end_that_stands_nowhere_has_no_proposal(pond: SourceText) -> None:
    assert fault(pond, 3, 3, "pelican").hint == ""


@pytest.mark.parametrize("part", ["alternat", "wam", "2", "6 alternate", "column Secon", "new", "n"])
def test_part_of_a_word_or_number_is_no_end(pond: SourceText, part: str) -> None:
    assert fault(pond, 1, 13, part).fault == "opening-not-in-lines"


def test_a_note_mark_is_no_part_of_its_word(pond: SourceText) -> None:
    assert found(pond, 3, 3, "swim.", "Ducks") == "swim. Ducks"


def test_a_closing_before_its_opening_is_a_fault(pond: SourceText) -> None:
    turned = fault(pond, 6, 6, "herons", "viewed by")
    assert turned.fault == "closing-before-opening"
    assert '"viewed by"' in turned.reason
    assert '"herons"' in turned.reason


@pytest.mark.parametrize(("opening", "closing"), [("swan", None), ("swan", "swan"), ("swan swan", None)])
def test_ends_that_answer_to_several_passages_are_a_fault(
    pond: SourceText, opening: str | None, closing: str | None
) -> None:
    repeated = fault(pond, 12, 12, opening, closing)
    assert repeated.fault == "several-passages"
    assert "times on line 12 of pond" in repeated.reason


def test_a_repeated_end_is_none_where_the_other_end_leaves_one_passage() -> None:
    text = source_text("pond", b"end start end, start")
    assert found(text, 1, 1, "start", "end,") == "start end,"
    assert found(text, 1, 1, "end,", "start") == "end, start"
    assert found(text, 1, 1, "start end", "end") == "start end"


def test_a_long_end_is_cut_in_the_message(pond: SourceText) -> None:
    assert len(fault(pond, 3, 3, "pelican " * 1000).reason) < 150


def test_what_stands_in_a_message_cannot_move_the_cursor(pond: SourceText) -> None:
    assert fault(pond, 3, 3, "\x1b[2J\u202e").reason.isprintable()
    assert str(Passage("pond", 1, 2, "\x1b[2J", "\u202e")).isprintable()


@pytest.mark.parametrize(
    ("item", "passage"),
    [
        ({"source": "pond", "lines": [3, 4]}, Passage("pond", 3, 4)),
        ({"source": "pond", "lines": [3, 3], "from": " The  duck "}, Passage("pond", 3, 3, "The duck")),
        ({"source": "pond", "lines": [3, 3], "to": "swam"}, Passage("pond", 3, 3, None, "swam")),
        ({"source": "pond", "lines": [3, 3], "note": "x"}, Passage("pond", 3, 3)),
    ],
)
def test_a_selector_keeps_what_points_and_nothing_else(item: dict[str, Any], passage: Passage) -> None:
    assert selector(item) == passage


def test_a_passage_names_itself_by_lines_and_ends() -> None:
    assert str(Passage("pond", 3, 3)) == "pond line 3"
    assert str(Passage("pond", 3, 4, "The", "swam;")) == 'pond lines 3-4 from "The" to "swam;"'


@pytest.mark.parametrize(
    ("end", "count"),
    [("duck", 1), ("26 alternate ducks", 3), ("鸭子", 2), ("20日讯", 3), ("well-known", 1), ("会，", 2)],
)
def test_a_chinese_character_counts_as_a_word(end: str, count: int) -> None:
    assert words_in(end) == count


def test_lower_case_keeps_every_offset() -> None:
    flowing = flow("\u0130stanbul  DUCKS")
    lowered = without_case(flowing)
    assert lowered.text == "\u0130stanbul ducks"
    assert len(lowered.text) == len(lowered.origins)


@given(st.text(st.sampled_from("ab 鸭，\n\t\u00a0."), max_size=40))
def test_each_character_of_a_flow_comes_from_its_own_offset(printed: str) -> None:
    flowing = flow(printed)
    assert len(flowing.text) == len(flowing.origins)
    assert list(flowing.origins) == sorted(set(flowing.origins))
    for letter, origin in zip(flowing.text, flowing.origins, strict=True):
        assert printed[origin] == letter or (letter == " " and printed[origin].isspace())
    assert "".join(flowing.text.split()) == "".join(printed.split())


def test_a_passage_runs_to_the_first_place_of_its_closing_words() -> None:
    text = source_text("pond", b"the heron, the duck, the swan, the duck")
    assert found(text, 1, 1, "the heron", "duck") == "the heron, the duck"
    assert found(text, 1, 1, None, "duck") == "the heron, the duck"


@pytest.mark.parametrize(
    ("passage", "hint"),
    [
        (Passage("pond", 3, 3, "26 altrenate ducks"), 'line 3 prints "26 alternate ducks"'),
        (Passage("pond", 1, 6, "26", "wel-known herons,"), 'line 6 prints "well-known herons,"'),
        (Passage("pond", 8, 10, "池唐报20日讯"), 'line 8 prints "池塘报20日讯"'),
        (Passage("pond", 3, 3, "pelicans"), ""),
    ],
)
def test_misspelt_ends_are_answered_with_the_words_most_like_them(
    pond: SourceText, passage: Passage, hint: str
) -> None:
    place = locate(passage, pond)
    assert isinstance(place, NotFound)
    assert place.hint == hint


@given(
    st.lists(st.sampled_from(["a", "b", "a b", "b a", "c"]), min_size=1, max_size=12),
    st.sampled_from(["a", "b", "a b", "b a b"]),
    st.sampled_from(["a", "b", "a b", "a b a"]),
)
def test_a_passage_is_found_if_one_and_only_one_opening_has_a_closing_after_it(
    words: list[str], opening: str, closing: str
) -> None:
    text = source_text("pond", " ".join(words).encode())
    openings, closings = (text.flowing.places(end, 0, len(text.text)) for end in (opening, closing))
    closed = [
        next(((start, last) for first, last in closings if start <= first and end <= last), None)
        for start, end in openings
    ]
    expected = [place for place in closed if place]
    assert solutions(Passage("pond", 1, 1, opening, closing), text) == expected[:2]
