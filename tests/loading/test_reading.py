"""A sound record is read as plain values, and each value knows its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from huiyi.findings import Position
from huiyi.loading import Document, load

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.findings import Route

RECORD = """\
# 会议
id: plenum-of-1954
names:
  - {text: 七届四中全会, language: zh, "preferred": true}
  - text: "quoted: \\"x\\" \\u6bdb"
    𠀀毛: [1, [2.5, 𠀀, null], {deep: 'x''y'}]
note: |
  two
  lines
folded: >-
  a
  b

points: []
? asked
: answered
last: plain
  goes on
"""
DATA = {
    "id": "plenum-of-1954",
    "names": [
        {"text": "七届四中全会", "language": "zh", "preferred": True},
        {"text": 'quoted: "x" 毛', "𠀀毛": [1, [2.5, "𠀀", None], {"deep": "x'y"}]},
    ],
    "note": "two\nlines\n",
    "folded": "a b",
    "points": [],
    "asked": "answered",
    "last": "plain goes on",
}
PLAIN = """
1953-11-01 1953-09-21/1953-10-27 1954-08~ 195X 318-320 19XX-12 ../1954-03-23 1954-01/.. .. . 12a 1,000 1e 0-1
nope yesterday noon offer truely nulls 1.2.3 4:x １２ a:b n/a x1_000 --1 +a + 2001-12-14t21:59:43.10-05:00
"""
AMBIGUOUS = """
yes Yes YES no No NO on On OFF off y Y n N True TRUE False FALSE Null NULL ~ = .nan .NaN .inf -.inf +.INF
0123 00 -07 0x1F 0xff 0o17 0O7 0b101 12:30 1:2:3 190:20:30.15 1_000 1_0.5 +1 +1.5 +0 .5 -.5 5. 1.e5 01.5
08 1__0
"""


def load_text(folder: Path, text: str) -> Document:
    path = folder / "meeting" / "example.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8", newline="")
    return load(folder, path)


def test_a_record_is_read_as_plain_values(tmp_path: Path) -> None:
    document = load_text(tmp_path, RECORD)
    assert document.findings == ()
    assert document.data == DATA
    assert (document.path, document.stem) == ("meeting/example.yaml", "example")
    assert document.raw == RECORD.encode()


@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        ((), (2, 1), (2, 1)),
        (("id",), (2, 1), (2, 5)),
        (("names",), (3, 1), (4, 3)),
        (("names", 0), (4, 5), (4, 5)),
        (("names", 0, "text"), (4, 6), (4, 12)),
        (("names", 0, "language"), (4, 20), (4, 30)),
        (("names", 0, "preferred"), (4, 34), (4, 47)),
        (("names", 1), (5, 5), (5, 5)),
        (("names", 1, "text"), (5, 5), (5, 11)),
        (("names", 1, "𠀀毛"), (6, 5), (6, 9)),
        (("names", 1, "𠀀毛", 0), (6, 10), (6, 10)),
        (("names", 1, "𠀀毛", 1, 1), (6, 19), (6, 19)),
        (("names", 1, "𠀀毛", 1, 2), (6, 22), (6, 22)),
        (("names", 1, "𠀀毛", 2, "deep"), (6, 30), (6, 36)),
        (("note",), (7, 1), (7, 7)),
        (("folded",), (10, 1), (10, 9)),
        (("points",), (14, 1), (14, 9)),
        (("asked",), (15, 3), (16, 3)),
        (("last",), (17, 1), (17, 7)),
        (("names", 1, "missing", 3), (5, 5), (5, 5)),
        (("names", 7), (3, 1), (4, 3)),
        (("missing",), (2, 1), (2, 1)),
        (("id", 0), (2, 1), (2, 5)),
    ],
)
def test_a_route_leads_to_its_key_and_its_value(
    route: Route, key: tuple[int, int], value: tuple[int, int], tmp_path: Path
) -> None:
    document = load_text(tmp_path, RECORD)
    assert document.locate(route, at_key=True) == Position(*key)
    assert document.locate(route) == Position(*value)


def test_a_document_with_findings_knows_only_its_top(tmp_path: Path) -> None:
    assert load_text(tmp_path, "id: 1\na: [\n").locate(("a",)) == Position(1, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("1954", 1954),
        ("9007199254740992", 2**53),
        ("-9007199254740992", -(2**53)),
        ("0.5", 0.5),
        ("12.50", 12.5),
        ("-0.25", -0.25),
        ("1e5", 100000.0),
        ("2.5E-3", 0.0025),
    ],
)
def test_a_plain_word_of_json_has_its_type(text: str, value: Any, tmp_path: Path) -> None:
    read = load_text(tmp_path, f"a: {text}\n").data
    assert read == {"a": value}
    assert type(read["a"]) is type(value)
    assert load_text(tmp_path, f"a: '{text}'\n").data == {"a": text}


@pytest.mark.parametrize("text", [*PLAIN.split(), "a - b", "June 1, 1954", "yes, they did"])
def test_plain_text_stays_text(text: str, tmp_path: Path) -> None:
    assert load_text(tmp_path, f"a: {text}\n").data == {"a": text}


@pytest.mark.parametrize("text", AMBIGUOUS.split())
def test_an_ambiguous_word_is_refused_unless_quoted(text: str, tmp_path: Path) -> None:
    (finding,) = load_text(tmp_path, f"毛: [x, {text}]\n").findings
    assert (finding.code, finding.line, finding.column) == ("ambiguous-scalar", 1, 8)
    assert "quote it" in finding.hint
    assert load_text(tmp_path, f'a: "{text}"\n').data == {"a": text}


@pytest.mark.parametrize("text", ["9007199254740993", "-9007199254740993", "1e400", "-1e309", "1" * 5000])
def test_a_number_beyond_reach_is_refused(text: str, tmp_path: Path) -> None:
    (finding,) = load_text(tmp_path, f"a: {text}\n").findings
    assert finding.code == "number-too-large"


@pytest.mark.parametrize("text", ["0.12345678901234567890", "1e-400", "9007199254740993.5", "0." + "3" * 60])
def test_a_number_that_would_change_is_refused(text: str, tmp_path: Path) -> None:
    (finding,) = load_text(tmp_path, f"a: {text}\n").findings
    assert finding.code == "number-too-precise"


@pytest.mark.parametrize("text", ["a:", "a:\nb: x", "a: [x, ]\nb: {c: }", "a: {b}", "a:\n  -\n  - x"])
def test_an_empty_value_is_refused(text: str, tmp_path: Path) -> None:
    (finding,) = load_text(tmp_path, f"{text}\n").findings
    assert finding.code == "ambiguous-scalar"
    assert "empty" in finding.message


@pytest.mark.parametrize("key", ["1954", "true", "null", "yes", "~", "1.5", "0x1"])
def test_a_key_that_may_not_be_text_is_refused_unless_quoted(key: str, tmp_path: Path) -> None:
    (finding,) = load_text(tmp_path, f"a: {{{key}: x}}\n").findings
    assert (finding.code, finding.line, finding.column) == ("key-not-text", 1, 5)
    assert load_text(tmp_path, f'a: {{"{key}": x}}\n').data == {"a": {key: "x"}}


@pytest.mark.parametrize("text", ["?\n: x", "? [a]\n: x", "? {a: b}\n: x", "{a: b}: x"])
def test_a_key_that_is_no_word_is_refused(text: str, tmp_path: Path) -> None:
    assert [f.code for f in load_text(tmp_path, f"{text}\n").findings] == ["key-not-text"]


def test_several_faults_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    text = "a: yes\nb: !x 1\na: 3\n<<: {c: 4}\n5: 6\nd: &e f\n"
    found = [(f.line, f.column, f.code) for f in load_text(tmp_path, text).findings]
    assert found == [
        (1, 4, "ambiguous-scalar"),
        (2, 4, "yaml-tag"),
        (3, 1, "duplicate-key"),
        (4, 1, "merge-key"),
        (5, 1, "key-not-text"),
        (6, 4, "anchor-or-alias"),
    ]


def test_faults_before_a_broken_place_are_told_too(tmp_path: Path) -> None:
    found = [(f.line, f.code) for f in load_text(tmp_path, "a: yes\nb: 'x\nc: d\n").findings]
    assert found == [(1, "ambiguous-scalar"), (2, "invalid-yaml")]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("毛: 泽: 东\n", 1, 5),
        ('a: "𠀀\\q"\n', 1, 6),
        ("a: 1\nb: '毛\n\n\n", 2, 4),
        ("毛泽: [1,\nb", 1, 5),
        ("a: 1\n b: 2\n", 2, 3),
        ("a: @x\n", 1, 4),
    ],
)
def test_a_broken_place_is_located_in_characters(text: str, line: int, column: int, tmp_path: Path) -> None:
    (finding,) = load_text(tmp_path, text).findings
    assert (finding.code, finding.line, finding.column) == ("invalid-yaml", line, column)


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("id: x\nlanguage:zh\nb: c\n", 2, 1, "put a space after the colon"),
        ("id: x\nnames:\n  - text: a\n    language:zh\n", 4, 5, "put a space after the colon"),
        ("id: x\nnames:\n  - text:a\n\n    language: zh\n", 3, 5, "put a space after the colon"),
        ("id: x\nlanguage zh\nb: c\n", 2, 1, "write 'key: value', or indent the line"),
        ("id: x\nhttp://x y\nb: c\n", 2, 1, "write 'key: value', or indent the line"),
        ("a: x\n  b: y\n", 2, 4, "quote the value, or mend the indentation"),
        ("a: x:y\n  b: y\n", 2, 4, "quote the value, or mend the indentation"),
        ("a: {b: c\nd: e\n", 1, 4, "close it with }"),
        ("a: [x,\nb: d\nc: [e]\n", 1, 4, "close it with ]"),
        ("a: [{b: c, d: e]\n", 1, 5, "close it with }"),
        ("a: {b: \"}\", c: '}', d: e # }\nf: [g]\nh: i\n", 1, 4, "close it with }"),
        ("a: [\n", 1, 4, "close it with ]"),
        ("a: [[x], {b: [c],\n\n", 1, 10, "close it with }"),
        ('a:\n  - {b: c,\n     d: "e" f: g}\n', 3, 13, "quote the value, or mend the indentation"),
        ("a:\n\tb: c\n", 2, 1, "use spaces"),
        ('a: "\\t"\n', 1, 5, "use spaces"),
    ],
)
def test_a_broken_place_is_told_where_it_is_mended(
    text: str, line: int, column: int, hint: str, tmp_path: Path
) -> None:
    (finding,) = load_text(tmp_path, text).findings
    assert (finding.line, finding.column, finding.hint) == (line, column, hint)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: Spoke #1 at the meeting\n", 10),
        ("a: #1 of them\n", 4),
        ("a: x   #>> \n#1\n", 0),
        ("a: x ##\n", 6),
        ("- #1", 0),
        ("a: {b: x #1, c: d}\n", 10),
        ("a: {b: x #1, c: d,\n  e: f}\n", 10),
        ("a: x #1 y\n  goes on\n", 6),
        ("𠀀: 毛 #1\n", 6),
        ("? a #1\n: b\n", 5),
        ("a: x\n  y\n  #z\nb: 'x' #1\nc: |\n  d #1\ne: \"f #1\"\ng: h#1 i#\n", 0),
        ("#1 a\na: # x\n  - b #\n  - c # d #1\n  #e\n", 0),
    ],
)
def test_a_value_that_a_comment_cuts_is_told_once(text: str, column: int, tmp_path: Path) -> None:
    found = [(f.line, f.column, f.code) for f in load_text(tmp_path, text).findings if f.code != "not-a-mapping"]
    assert found == ([(1, column, "text-cut-by-comment")] if column else [])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("from: “Peng Zhen Speech,”\n", 7),
        ("{from: “Peng Zhen Speech,”, to: x}\n", 8),
        ("a: {from: “Peng Zhen, Speech,” to: “x”}\n", 11),
        ("a: {from: “Peng\n  Zhen,”, to: x}\n", 11),
        ("a: “b: c”\n", 4),
        ("a: “b #1”\n", 4),
        ("“a”: “b”\n", 1),
        ("a: ‘b’\n", 4),
        ("a: „b“\n", 4),
        ("a: «b»\n", 4),
        ("a: \"“b”\"\nb: of “c”\nc: |\n  “d”\n'“e”': x\nd: 《e》\n", 0),
    ],
)
def test_a_curly_mark_that_begins_a_plain_scalar_is_told_once(text: str, column: int, tmp_path: Path) -> None:
    found = [(f.line, f.column, f.code) for f in load_text(tmp_path, text).findings]
    assert found == ([(1, column, "curly-quote")] if column else [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: {from: x, to: solved?}\n", [(1, 18)]),
        ("a: [b?c, d, e ?f]\n", [(1, 5)]),
        ("a: {b?: c}\n", [(1, 5)]),
        ("a: [{b: c,\n d: e}, f\n  ?g, h?]\n", [(2, 9)]),
        ("a: [{b: [c], d: e?}]\nf: [g?]\n", [(1, 17), (2, 5)]),
        ("a: [b]\nc: d?\n", []),
        ("a: {b: [c]}\nd:\n  - e?f\n? g?\n: h ?\n", []),
        ("a: {b: \"c?\", d: 'e?'}\nf: {? g: h}\n", []),
    ],
)
def test_a_question_mark_in_brackets_is_quoted(text: str, places: list[tuple[int, int]], tmp_path: Path) -> None:
    found = load_text(tmp_path, text).findings
    assert [(f.line, f.column) for f in found] == places
    assert {f.code for f in found} <= {"ambiguous-scalar"}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: |#\n  b\n", 5),
        ("毛: >-#x\n  b\n", 6),
        ("a: |1+# b\n  c\n", 7),
        ("a: | #\n  b\nc: >- # d\n  |#\ne: x|#\nf: '|#'\n", 0),
    ],
)
def test_a_comment_stands_apart_from_the_sign_of_a_text_in_lines(text: str, column: int, tmp_path: Path) -> None:
    found = [(f.line, f.column, f.code) for f in load_text(tmp_path, text).findings]
    assert found == ([(1, column, "invalid-yaml")] if column else [])


def test_a_fault_far_from_a_mistaken_value_is_told_beside_it(tmp_path: Path) -> None:
    text = "a: x #1\nb: yes\nc: “d”\ne:\n  - [f\n"
    found = [(f.line, f.code) for f in load_text(tmp_path, text).findings]
    assert found == [(1, "text-cut-by-comment"), (2, "ambiguous-scalar"), (3, "curly-quote"), (5, "invalid-yaml")]


def test_a_record_is_at_most_twenty_levels_deep(tmp_path: Path) -> None:
    assert load_text(tmp_path, f"a: {'[' * 19}{']' * 19}\n").findings == ()
    assert load_text(tmp_path, f"a: {'[' * 20}{']' * 20}\n").findings[0].code == "too-deep"
    block = "".join(f"{' ' * level}a:\n" for level in range(19))
    assert load_text(tmp_path, f"{block}{' ' * 19}a: x\n").findings == ()
    assert load_text(tmp_path, f"{block}{' ' * 19}a: [x]\n").findings[0].code == "too-deep"


def test_the_limits_of_nodes_and_of_characters_are_exact(tmp_path: Path) -> None:
    assert load_text(tmp_path, f"a: [{'1,' * 49_997}]\n").findings == ()
    assert load_text(tmp_path, f"a: [{'1,' * 49_998}]\n").findings[0].code == "too-many-nodes"
    assert load_text(tmp_path, f"a: {'毛' * 100_000}\n").findings == ()
    assert load_text(tmp_path, f"a: {'毛' * 100_001}\n").findings[0].code == "scalar-too-long"
