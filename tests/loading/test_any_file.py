"""Whatever a file holds, loading answers with data or with findings, and all readings and both parsers agree."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from huiyi.findings import Position
from huiyi.loading import Document, load
from huiyi.loading.clean import BEFORE_NODES
from huiyi.loading.events import begin
from huiyi.loading.flaws import MAXIMUM_FLAWS
from huiyi.loading.reading import Reading, read_carefully

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.findings import Route
    from huiyi.loading.marks import Marked

RECORD = """\
id: plenum-of-1954
names:
  - {text: 七届四中全会, language: zh, preferred: true}
  - text: "said \\"x\\""
date:
  edtf: 1954-02-06/1954-02-10
  printed: 6-2-1954 - 10-2-1954
attendance:
  count: {value: 35, comparator: exactly, share: 0.5}
  absent: null
remarks:
  - sequence: 1
    points:
      - text: >-
          He stays away
          until March.
        evidence: [{source: a, lines: [56, 57], from: Mao is, to: "march 23"}]
"""
PIECES = [
    *",[]{}-?#&*!|>%@'\":~=毛𠀀\u3000\u200b\u0301\x00\t\r\n\\\ufeff",
    *["\n  ", "- ", ": ", " #", "<<", "\n---\n", "\n...\n", "\n%TAG", "null", "yes", "0x1", "12:30", "1_0"],
    *["|#", ">-#", "a?", "[b?", "\\u200b", "\\", "&a ", "*a ", "!!x ", "? ", "printed: "],
]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=4)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.sampled_from("aé毛𠀀 \n\"'\\:#-{}[]!&*?|>%@")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab毛: ", max_size=3), inner, max_size=4),
    max_leaves=20,
)


def load_bytes(raw: bytes) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder, "example.yaml")
        path.write_bytes(raw)
        return load(Path(folder), path)


def edit(text: str, edits: list[tuple[float, int, str]]) -> str:
    for place, length, piece in edits:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    return text


def follow(value: Any, route: Route = ()) -> Iterator[Route]:
    yield route
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from follow(inner, (*route, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from follow(inner, (*route, index))


def marked(marks: Marked, route: Route = ()) -> Iterator[Route]:
    yield route
    for part, inner in marks.parts.items():
        yield from marked(inner, (*route, part))


def said(loader: type[yaml.CSafeLoader | yaml.SafeLoader], raw: bytes) -> list[tuple[type, str | None, Position]]:
    """Give what a parser of the library, the one in C or the one in Python, meets in a text, and where."""
    return [
        (type(event), getattr(event, "value", None), begin(event))
        for event in yaml.parse(raw, loader)
        if isinstance(event, yaml.NodeEvent)
    ]


def check(document: Document, raw: bytes) -> None:
    assert (document.data is None) is bool(document.findings)
    assert len(document.findings) <= MAXIMUM_FLAWS
    lines = raw.decode("utf-8", "replace").split("\n")
    for finding in document.findings:
        assert 1 <= finding.line <= len(lines) + 1
        assert finding.column >= 1
        assert (finding.message + finding.hint).isprintable()
    if document.data is not None:
        assert said(yaml.CSafeLoader, raw) == said(yaml.SafeLoader, raw)
        assert repr(read_carefully(raw.decode(), raw)) == repr(Reading(dict(document.data), ()))
        assert len(said(yaml.CSafeLoader, raw)) <= 2 + 2 * sum(map(raw.decode().count, BEFORE_NODES))
        routes = list(follow(document.data))
        assert list(marked(document._marks)) == routes
        for route in routes:
            for position in (document.locate(route), document.locate(route, at_key=True)):
                assert position.line <= len(lines)
                assert position.column <= len(lines[position.line - 1]) + 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_are_answered(raw: bytes) -> None:
    check(load_bytes(raw), raw)


@settings(max_examples=1000, deadline=None)
@given(EDITS)
@example([(0.0, 0, "\ufeff")])
@example([(1.0, 0, "...\n---\n")])
@example([(0.99, 0, "?")])
@example([(0.8, 1, ">#")])
def test_an_edited_record_is_answered(edits: list[tuple[float, int, str]]) -> None:
    raw = edit(RECORD, edits).encode()
    check(load_bytes(raw), raw)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_pieces_of_yaml_are_answered(pieces: list[str]) -> None:
    raw = "".join(["a: ", *pieces]).encode()
    check(load_bytes(raw), raw)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.text("ab毛: ", max_size=3), VALUES, max_size=4))
def test_values_written_as_json_are_read_as_they_are(values: dict[str, Any]) -> None:
    raw = json.dumps(values, ensure_ascii=False).encode()
    document = load_bytes(raw)
    assert document.data == values
    check(document, raw)


def test_an_item_of_a_list_is_located_at_its_first_character() -> None:
    document = load_bytes(b"a:\n- - b\n  - - c\n")
    assert document.locate(("a", 0, 1, 0)) == Position(3, 7)
