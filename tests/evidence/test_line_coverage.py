from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyi.evidence.coverage import (
    CharactersCited,
    Stretch,
    compact,
    coverage,
    draw,
    ranges,
    with_characters,
)
from huiyi.evidence.texts import source_text

if TYPE_CHECKING:
    from huiyi.evidence.coverage import Coverage
    from huiyi.evidence.texts import SourceText

bounds = st.lists(st.tuples(st.integers(-3, 25), st.integers(-3, 25)))


def finer(measured: Coverage, text: SourceText, *spans: tuple[int, int]) -> CharactersCited:
    characters = with_characters(measured, text, spans).characters_cited
    assert characters is not None
    return characters


def test_each_line_is_cited_or_declared_or_blank_or_unaccounted() -> None:
    measured = coverage(8, [(1, 2), (2, 4)], [(6, 6)], [(3, 3), (8, 8)])
    assert measured.cited == {1, 2, 4}
    assert measured.no_data == {6}
    assert measured.blank == {3, 8}
    assert measured.unaccounted == {5, 7}
    assert measured.contradicted == set()


def test_a_line_declared_empty_and_cited_is_contradicted() -> None:
    assert coverage(4, [(2, 3)], [(3, 4)]).contradicted == {3}


def test_a_blank_line_inside_a_cited_passage_contradicts_nothing() -> None:
    measured = coverage(3, [(1, 3)], [(2, 2)], [(2, 2)])
    assert measured.contradicted == set()
    assert measured.unaccounted == set()


def test_blank_lines_count_as_lines_where_they_are_not_known() -> None:
    assert coverage(2, [(1, 1)], []).unaccounted == {2}


def test_a_source_without_print_is_covered() -> None:
    assert coverage(0, [], []).unaccounted == set()
    assert coverage(2, [], [], [(1, 2)]).unaccounted == set()


def test_lines_outside_the_source_are_ignored_however_far_they_reach() -> None:
    measured = coverage(3, [(-(10**15), 1), (3, 10**15)], [(10**15, 10**16)])
    assert measured.cited == {1, 3}
    assert measured.no_data == set()


@given(bounds, bounds, bounds)
def test_the_sets_of_a_coverage_together_hold_every_line(
    cited: list[tuple[int, int]], no_data: list[tuple[int, int]], blank: list[tuple[int, int]]
) -> None:
    measured = coverage(20, cited, no_data, blank)
    everything = measured.cited | measured.no_data | measured.blank | measured.unaccounted
    assert everything == set(range(1, 21))
    assert not measured.blank & (measured.cited | measured.no_data | measured.unaccounted)


@given(st.sets(st.integers(1, 60)))
def test_ranges_hold_the_same_lines_and_do_not_touch(lines: set[int]) -> None:
    joined = ranges(lines)
    assert {line for first, last in joined for line in range(first, last + 1)} == lines
    assert all(left[1] + 1 < right[0] for left, right in pairwise(joined))


@pytest.mark.parametrize(
    ("lines", "written"), [([], ""), ([4], "4"), ([4, 1, 2, 2], "1-2, 4"), ([1, 2, 3, 5, 6], "1-3, 5-6")]
)
def test_lines_are_written_as_compact_ranges(lines: list[int], written: str) -> None:
    assert compact(lines) == written


def test_a_line_of_which_only_a_few_words_are_cited_shows_what_is_left() -> None:
    line = "Five ducks swam. " + "And then so much more happened on the pond that day."
    text = source_text("pond", f"{line}\nshort".encode())
    characters = finer(coverage(2, [(1, 2)], []), text, (0, 16), (70, 75))
    assert characters.stretches == (Stretch(17, 69, 1),)
    assert text.text[17:69] == "And then so much more happened on the pond that day."
    assert characters.shares[1] == pytest.approx(14 / (14 + 42))
    assert characters.shares[2] == 1


def test_overlapping_passages_and_those_over_line_ends_count_once() -> None:
    text = source_text("pond", b"abcd\nefgh\n\nijkl")
    measured = coverage(4, [(1, 4)], [(4, 4)], [(3, 3)])
    characters = finer(measured, text, (6, 8), (2, 7), (0, 1), (2, 3))
    assert characters.shares == {1: 0.75, 2: 0.75}
    assert characters.stretches == ()


def test_an_uncited_stretch_is_listed_only_above_forty_characters() -> None:
    measured = coverage(1, [(1, 1)], [])
    assert finer(measured, source_text("pond", b"x" * 40 + b"  ")).stretches == ()
    assert finer(measured, source_text("pond", b" " + b"x" * 41)).stretches == (Stretch(1, 42, 1),)


def test_the_drawing_names_every_kind_of_line_that_occurs() -> None:
    text = source_text("pond", b"cited\nempty\n\n" + b"x" * 50 + b"\nboth")
    measured = coverage(5, [(1, 1), (5, 5)], [(2, 2), (5, 5)], [(3, 3)])
    drawing = draw(with_characters(measured, text, [(0, 5)]))
    assert drawing.splitlines() == [
        "75 % (3 of 4 lines)",
        "cited        1, 5",
        "no data      2, 5",
        "blank        3",
        "unaccounted  4",
        "contradicted 5",
        "uncited part 4",
    ]


def test_the_drawing_of_a_finished_source_leaves_out_what_does_not_occur() -> None:
    assert draw(coverage(2, [(1, 2)], [])).splitlines() == ["100 % (2 of 2 lines)", "cited        1-2"]
    assert draw(coverage(0, [], [])) == "100 % (0 of 0 lines)"


def test_a_share_short_of_all_never_reads_as_all() -> None:
    assert draw(coverage(100_000, [(1, 99_999)], [])).startswith("99.9 % (99999 of 100000 lines)")
