from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from huiyi.evidence.texts import TextProblem, read_texts, source_text
from huiyi.loading.plain_files import read_regular_file

if TYPE_CHECKING:
    from pathlib import Path


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def problem_of(folder: Path, source_id: str, expected: str = "0" * 64) -> TextProblem:
    texts, problems = read_texts(folder, {source_id: expected})
    assert texts == {}
    assert len(problems) == 1
    assert problems[0].source_id == source_id
    return problems[0]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", []),
        ("\n", [""]),
        ("one", ["one"]),
        ("one\n", ["one"]),
        ("one\n\n", ["one", ""]),
        ("one\ntwo", ["one", "two"]),
        ("a\r\nb\x0bc\x0cd\u2028e\x85f\n", ["a\r", "b\x0bc\x0cd\u2028e\x85f"]),
        ("鸭子\n白鹅", ["鸭子", "白鹅"]),
    ],
)
def test_lines_end_at_a_line_feed_and_nowhere_else(content: str, lines: list[str]) -> None:
    text = source_text("pond", content.encode())
    assert [text.line(number) for number in range(1, text.line_count + 1)] == lines


def test_every_character_stands_in_the_line_whose_span_holds_it() -> None:
    text = source_text("pond", b"one\n\nthree\nfour")
    for number in range(1, 5):
        start, end = text.span(number, number)
        assert {text.line_of(offset) for offset in range(start, end)} <= {number}
    assert text.span(1, 4) == (0, len(text.text))
    assert text.span(1, 2) == (0, 4)


def test_a_part_of_a_text_is_given_with_broken_words_whole() -> None:
    text = source_text("page", b"They re\nported it,\nand others reported more.")
    assert text.unbroken(0, 18) == "They reported it,"
    assert text.unbroken(0, 8) == "They re\n"
    assert text.unbroken(8, 18) == "ported it,"


def test_a_line_of_white_space_is_blank() -> None:
    assert source_text("pond", "a\n\n \t\u00a0\u3000\n.\n".encode()).blank_lines == {2, 3}


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1, 3), (2, 1), (3, 3), (-1, -1)])
def test_lines_outside_the_text_or_turned_round_are_not_its_lines(first: int, last: int) -> None:
    assert not source_text("pond", b"one\ntwo\n").has_lines(first, last)


def test_a_copy_with_the_digest_on_record_is_read(tmp_path: Path) -> None:
    content = "Ducks met.\r\n鸭子".encode()
    (tmp_path / "pond.txt").write_bytes(content)
    texts, problems = read_texts(tmp_path, {"pond": digest(content)})
    assert problems == []
    assert texts["pond"].text == "Ducks met.\r\n鸭子"
    assert texts["pond"].sha256 == digest(content)


def test_a_copy_with_another_digest_is_left_out_and_both_digests_are_named(tmp_path: Path) -> None:
    (tmp_path / "pond.txt").write_bytes(b"Ducks met.")
    problem = problem_of(tmp_path, "pond")
    assert problem.code == "source-copy-differs"
    assert "0" * 64 in problem.message
    assert digest(b"Ducks met.") in problem.message


def test_a_missing_copy_or_folder_is_a_missing_source(tmp_path: Path) -> None:
    assert problem_of(tmp_path, "pond").code == "source-copy-missing"
    assert problem_of(tmp_path / "nowhere", "pond").code == "source-copy-missing"


def test_one_bad_copy_does_not_cost_the_others(tmp_path: Path) -> None:
    (tmp_path / "lake.txt").write_bytes(b"Geese.")
    (tmp_path / "pond.txt").write_bytes(b"\xff")
    texts, problems = read_texts(tmp_path, {"pond": "0" * 64, "lake": digest(b"Geese.")})
    assert list(texts) == ["lake"]
    assert [problem.code for problem in problems] == ["source-copy-unreadable"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"Ducks met.")
    (tmp_path / "pond.txt").symlink_to(tmp_path / "elsewhere")
    problem = problem_of(tmp_path, "pond", digest(b"Ducks met."))
    assert problem.code == "source-copy-unreadable"
    assert "link" in problem.message


def test_a_pipe_does_not_keep_the_reader_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pond.txt")
    assert "not a regular file" in problem_of(tmp_path, "pond").message


def test_a_folder_in_place_of_a_copy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pond.txt").mkdir()
    assert problem_of(tmp_path, "pond").code == "source-copy-unreadable"


@pytest.mark.parametrize("source_id", ["../pond", "/etc/passwd", "", ".", "a/b", "Pond", "pond\n", "鸭", "a\x00b"])
def test_an_identifier_that_is_no_slug_reads_no_file(tmp_path: Path, source_id: str) -> None:
    assert problem_of(tmp_path, source_id).code == "source-copy-unreadable"


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_read(tmp_path: Path) -> None:
    path = tmp_path / "pond.txt"
    path.write_bytes(b"12345")
    assert read_regular_file(path, 5) == b"12345"
    with pytest.raises(OSError, match="larger than 4 bytes"):
        read_regular_file(path, 4)
