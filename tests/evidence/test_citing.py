from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from huiyi.evidence.citing import NotCited, as_yaml, cite
from huiyi.evidence.passages import MOST_WORDS, Located, locate, selector, words_in
from huiyi.evidence.texts import SourceText, source_text


def cited(text: SourceText, what: str) -> list[dict[str, Any]]:
    """Cite, and hold every item to what any item must be: found again, short at its ends, safe in YAML."""
    items = cite(text, what)
    assert isinstance(items, list), items
    for item in items:
        assert isinstance(locate(selector(item), text), Located)
        for end in ("from", "to"):
            assert words_in(item.get(end, "")) <= MOST_WORDS
    assert yaml.safe_load(as_yaml(items)) == items
    return items


def passages(text: SourceText, what: str) -> list[str]:
    places = [locate(selector(item), text) for item in cited(text, what)]
    return [text.text[place.start : place.end] for place in places if isinstance(place, Located)]


def refused(text: SourceText, what: str) -> NotCited:
    answer = cite(text, what)
    assert isinstance(answer, NotCited), answer
    return answer


@pytest.mark.parametrize(
    ("what", "lines"), [("3", [3, 3]), (" 9-11 ", [9, 11]), ("9 – 11", [9, 11]), ("1-13", [1, 13])]
)
def test_line_numbers_cite_whole_lines(pond: SourceText, what: str, lines: list[int]) -> None:
    assert cite(pond, what) == [{"source": "pond", "lines": lines}]


def test_blank_lines_are_not_cited(pond: SourceText) -> None:
    assert refused(pond, "2").reason == "no words stand on line 2"


@pytest.mark.parametrize("nothing", ["", "  ", '""', '" "'])
def test_nothing_is_not_cited(pond: SourceText, nothing: str) -> None:
    assert "needed" in refused(pond, nothing).reason


def test_a_phrase_gets_the_fewest_words_that_single_it_out(pond: SourceText) -> None:
    assert cited(pond, "duck and 26 alternate ducks swam;") == [
        {"source": "pond", "lines": [3, 3], "from": "duck", "to": "swam;"}
    ]
    assert cited(pond, "26 alternate") == [{"source": "pond", "lines": [3, 3], "from": "26", "to": "alternate"}]


def test_a_phrase_that_is_its_line_needs_no_ends(pond: SourceText) -> None:
    assert cited(pond, "swan swan swan") == [{"source": "pond", "lines": [12, 12]}]


def test_capitals_and_white_space_of_a_phrase_do_not_count(pond: SourceText) -> None:
    assert passages(pond, "DUCK   And\t26") == ["duck and 26"]
    assert passages(pond, "column second column") == ["column\tSecond column"]


def test_a_phrase_may_run_over_lines(pond: SourceText) -> None:
    assert cited(pond, "gander was inter viewed by") == [
        {"source": "pond", "lines": [5, 6], "from": "gander", "to": "by"}
    ]


def test_a_word_that_a_line_end_cuts_is_found_as_printed(pond: SourceText) -> None:
    assert cited(pond, "interviewed by") == [{"source": "pond", "lines": [5, 6], "from": "inter", "to": "by"}]
    hyphened = source_text("pond", b"was inter-\n viewed twice, inter-\nvie")
    assert passages(hyphened, "interviewed twice") == ["inter-\n viewed twice"]
    assert refused(hyphened, "intervi").reason


@pytest.mark.parametrize(
    ("phrase", "passage"),
    [
        ("鸭子们", "鸭\n子们"),
        ("20日讯 湖上", "20日讯  湖上"),
        ("开了会，白鹅", "开了会，白鹅"),
        ("湖上的鸭子开了会，白鹅没有到会", "湖上的鸭子开了会，白鹅没有到会"),
    ],
)
def test_a_chinese_phrase_is_found_over_spaces_and_line_ends(pond: SourceText, phrase: str, passage: str) -> None:
    assert passages(pond, phrase) == [passage]


def test_each_match_is_a_candidate(pond: SourceText) -> None:
    assert [item["lines"] for item in cited(pond, "the pond")] == [[1, 1], [13, 13]]


def test_a_phrase_that_repeats_in_its_lines_is_widened_until_it_is_unique(pond: SourceText) -> None:
    assert passages(pond, "alternate") == ["26 alternate ducks", "126 alternate geese"]
    assert passages(pond, "swan") == ["swan swan swan"]


def test_what_repeats_beyond_all_widening_is_refused() -> None:
    text = source_text("pond", " ".join(["swan"] * 30).encode())
    assert "line 1 repeats" in refused(text, "swan").reason


def test_a_phrase_at_too_many_places_is_refused_with_their_number() -> None:
    assert "51 places" in refused(source_text("pond", b"swan\n" * 51), "swan").reason
    assert len(cited(source_text("pond", b"swan\n" * 50), "swan")) == 50


def test_words_are_never_cut(pond: SourceText) -> None:
    assert refused(pond, "uck and 26").reason == "the phrase is not in the text"
    assert refused(pond, "duck and 2").reason == "the phrase is not in the text"


def test_a_number_in_quotation_marks_is_a_phrase(pond: SourceText) -> None:
    assert passages(pond, '"126"') == ["126"]
    assert passages(pond, '"4"') == ["4"]


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("126", "line 126 is beyond line 13"),
        ("12-14", "line 14 is beyond line 13"),
        ("11-9", "lines 11-9 run backwards"),
        ("126 - 99", "lines 126-99 run backwards"),
        ("0", "lines are counted from 1"),
        ("0-3", "lines are counted from 1"),
    ],
)
def test_lines_that_are_none_of_the_text_are_refused_and_no_phrase(pond: SourceText, what: str, reason: str) -> None:
    assert refused(pond, what) == NotCited(reason)


def test_a_long_phrase_is_found_whole_and_what_is_near_its_beginning_proposed() -> None:
    text = source_text("pond", " ".join(f"duck{number}" for number in range(500)).encode() + b"\nswan")
    long = " ".join(f"duck{number}" for number in range(10, 490))
    assert passages(text, long) == [long]
    cut = text.text.replace("duck300", "du-\nck300")
    assert passages(source_text("pond", cut.encode()), long) == [long.replace("duck300", "du-\nck300")]
    near = refused(text, f"{long} goose").nearest
    assert [found.line for found in near] == [1]


def test_a_misspelt_phrase_is_answered_with_what_comes_nearest(pond: SourceText) -> None:
    nearest = refused(pond, "wel-known heron said").nearest
    assert 1 <= len(nearest) <= 3
    assert nearest[0].line == 6
    assert "well-known herons, said" in nearest[0].words
    assert nearest[0].score > 80


def test_the_nearest_passage_of_a_phrase_over_lines_is_found(pond: SourceText) -> None:
    assert refused(pond, "a long ganders was interviewed by").nearest[0].line == 5


def test_the_nearest_words_are_whole_and_start_on_their_own_line() -> None:
    text = source_text("pond", b"x\n\n \n The duck and the gooses\n")
    nearest = refused(text, "   te duck and the goose").nearest
    assert [(near.line, near.words) for near in nearest] == [(4, "The duck and the gooses")]


def test_what_resembles_nothing_has_no_nearest(pond: SourceText) -> None:
    assert refused(pond, "qqqq zzzz kkkk").nearest == ()
    assert refused(source_text("pond", b""), "duck").nearest == ()


def test_the_block_is_one_line_an_item_and_quotes_only_where_needed() -> None:
    items = [
        {"source": "pond", "lines": [3, 3], "from": "The duck", "to": "swim."},
        {"source": "pond", "lines": [3, 3], "from": "26 alternate", "to": "herons, said"},
        {"source": "pond", "lines": [8, 8], "from": "湖上", "to": "开了会，"},
        {"source": "pond", "lines": [9, 10]},
    ]
    assert as_yaml(items) == (
        "- {source: pond, lines: [3, 3], from: The duck, to: swim.}\n"
        '- {source: pond, lines: [3, 3], from: 26 alternate, to: "herons, said"}\n'
        "- {source: pond, lines: [8, 8], from: 湖上, to: 开了会，}\n"
        "- {source: pond, lines: [9, 10]}\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        *(
            "no",
            "Yes",
            "ON",
            "null",
            "~",
            "true",
            "1954",
            "1_000",
            "0x1F",
            "12:30",
            ".nan",
            "1e5",
            "+1",
            "-",
            "y",
        ),
        *(
            "Third: column",
            "a #b",
            "[a]",
            "{a}",
            "a, b",
            '"a"',
            "'a'",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%",
            "@a",
            "`a",
        ),
        *(
            "- a",
            "? a",
            ": a",
            "a:",
            "a\\b",
            "\u201cyes\u201d",
            "a -",
            "=",
            "<<",
            "4<sup>th</sup>",
            "é",
            "\x1b",
            "\x85",
        ),
        *("\u2028", "\ufeff", "\u200b", "\U0001f986", "null ", "1954-02-06", "Off", "1.5", "e", "\ufffe"),
    ],
)
def test_any_end_survives_a_round_trip_as_text(words: str) -> None:
    items = [{"source": "pond", "lines": [1, 1], "from": words, "to": words}]
    block = as_yaml(items)
    assert yaml.safe_load(block) == items
    assert block.count("\n") == 1
    assert "\t" not in block


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_stands_at_an_end_the_block_gives_it_back(words: str) -> None:
    items = [{"source": "pond", "lines": [1, 1], "from": words}]
    assert yaml.safe_load(as_yaml(items)) == items


@given(
    st.lists(st.sampled_from(["duck", "Duck", "goose,", "(26)", "鸭子", "swan²", "yes"]), min_size=1, max_size=14),
    st.lists(st.sampled_from([" ", "\n", "\t", "  ", "\u00a0", " \n "]), min_size=14, max_size=14),
    st.integers(0, 13),
    st.integers(1, 5),
)
def test_every_phrase_of_a_text_is_cited_and_found_again(
    words: list[str], gaps: list[str], first: int, length: int
) -> None:
    printed = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    text = source_text("pond", printed.encode())
    phrase = " ".join(words[first % len(words) :][:length])
    answer = cite(text, phrase)
    if isinstance(answer, NotCited):
        assert "repeats" in answer.reason
    else:
        cited(text, phrase)
