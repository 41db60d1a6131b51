"""Entries and items are cut out and doubled whole, in block and in flow style, and nothing else moves."""

from __future__ import annotations

import pytest
from tests.mutants.surgery import Sheet, depth_at, token_at

SHEET = Sheet(
    "id: gu-yan\n"
    "names:\n"
    '  - text: "Gu, \\"Yan\\""\n'
    "    language: zh\n"
    "  - {text: Gu, language: zh}\n"
    "note: a note # for readers\n"
)


@pytest.mark.parametrize(
    ("line", "start", "token"),
    [
        ("id: gu-yan", 4, "gu-yan"),
        ("note: a note # for readers", 6, "a note"),
        ("note: it's, so to speak", 6, "it's, so to speak"),
        ('text: "Gu, \\"Yan\\"" # so', 6, '"Gu, \\"Yan\\""'),
        ("text: 'it''s' # so", 6, "'it''s'"),
        ("  - {text: Gu, language: zh}", 4, "{text: Gu, language: zh}"),
        ("  - {text: Gu, language: zh}", 11, "Gu"),
        ("  - {text: Gu, language: zh}", 25, "zh"),
        ("lines: [3, [4, 5]]", 7, "[3, [4, 5]]"),
        ("text: >-", 6, None),
        ('text: "begun', 6, None),
        ("names:", 6, None),
    ],
)
def test_a_value_is_cut_from_its_line(line: str, start: int, token: str | None) -> None:
    assert token_at(line, start) == token


@pytest.mark.parametrize(
    ("line", "depth"), [("a: {b: [c", 2), ("a: word [b", 0), ('a: ["]", b', 1), ("a: {b: c}, d", 0)]
)
def test_brackets_count_only_where_a_value_begins_and_outside_quotation_marks(line: str, depth: int) -> None:
    assert depth_at(line, len(line)) == depth


def test_an_entry_goes_with_all_that_is_below_it() -> None:
    assert SHEET.without_entry(2, 1, None) == "id: gu-yan\nnote: a note # for readers\n"


def test_the_first_entry_of_an_item_leaves_the_dash_to_the_next() -> None:
    text = SHEET.without_entry(3, 5, None)
    assert text is not None
    assert text.split("\n")[1:4] == ["names:", "  - language: zh", "  - {text: Gu, language: zh}"]


@pytest.mark.parametrize(
    ("column", "end", "left"), [(6, 14, "  - {language: zh}"), (16, 28, "  - {text: Gu}"), (6, None, None)]
)
def test_an_entry_in_braces_goes_with_one_comma(column: int, end: int | None, left: str | None) -> None:
    text = SHEET.without_entry(5, column, end)
    assert (text and text.split("\n")[4]) == left


def test_an_item_goes_whole_and_is_doubled_whole() -> None:
    text = SHEET.without_item(3, 5, None)
    assert text is not None
    assert text.split("\n")[1:3] == ["names:", "  - {text: Gu, language: zh}"]
    twice = SHEET.with_item_twice(3, 5, None)
    assert twice is not None
    assert twice[0].split("\n")[2:6] == [*SHEET.lines[2:4], *SHEET.lines[2:4]]
    assert twice[1] == 5
