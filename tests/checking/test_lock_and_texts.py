"""A lock or a copy of a source that cannot be used is a finding at its place, and costs the rest nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.checking import LOCK, check, read
from huiyi.pages import read_page
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from huiyi.corpus import Corpus

CONTRACT = read_contract()
TEXT = b"Dykes come before roads.\n"
RECORD = """\
id: lake-county-chronicle
title: Chronicle of Lake County
type: monograph
language: en
sha256: {digest}
line_count: 1
"""
PASSAGE = '{"source": "lake-county-chronicle", "lines": [1, 1], "start": 0, "end": 24, "sha256": "' + "a" * 64 + '"}'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("curation/records/source", "curation/vocabularies", "texts"):
        (tmp_path / folder).mkdir(parents=True)
    record = RECORD.format(digest=hashlib.sha256(TEXT).hexdigest())
    (tmp_path / "curation/records/source/lake-county-chronicle.yaml").write_text(record, "utf-8")
    return tmp_path


def found(root: Path, texts: Path | None) -> tuple[Corpus, list[tuple[str, int, int, str]]]:
    corpus, findings = read(root, CONTRACT, texts)
    assert all((finding.message + finding.hint).isprintable() for finding in findings)
    return corpus, [(finding.path, finding.line, finding.column, finding.code) for finding in findings]


def at_digest(code: str) -> tuple[str, int, int, str]:
    return "curation/records/source/lake-county-chronicle.yaml", 5, 9, code


def test_a_project_without_a_lock_has_an_empty_one(root: Path) -> None:
    corpus, findings = found(root, None)
    assert findings == []
    assert (dict(corpus.lock.entries), corpus.lock.problems) == ({}, ())


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ('{"format": 2}\n', 1),
        ('{"format": 1}\nno json\n', 2),
        ('{"format": 1}\n{"source": "lake-county-chronicle"}\n', 2),
        (f'{{"format": 1}}\n{PASSAGE}\n{PASSAGE}\n', 3),
        (f'{{"format": 1}}\n{PASSAGE}\n<<<<<<< ours\n', 3),
        (f'{{"format": 1}}\n{PASSAGE}', 2),
    ],
)
def test_a_damaged_line_of_the_lock_is_found_where_it_stands(root: Path, content: str, line: int) -> None:
    (root / LOCK).write_text(content, "utf-8")
    corpus, findings = found(root, None)
    assert findings == [(LOCK, line, 1, "damaged-lock")]
    assert [record.id for record in corpus.all_records] == ["lake-county-chronicle"]


def test_the_sound_lines_of_a_damaged_lock_are_kept(root: Path) -> None:
    (root / LOCK).write_text(f'{{"format": 1}}\nno json\n{PASSAGE}\nno json\n', "utf-8")
    corpus, findings = found(root, None)
    assert [line for _, line, _, _ in findings] == [2, 4]
    assert [passage.source for passage in corpus.lock.entries] == ["lake-county-chronicle"]


def test_a_damaged_lock_stands_in_the_way_of_a_release(root: Path) -> None:
    (root / LOCK).write_text("no json\n", "utf-8")
    assert "damaged-lock" in {finding.code for finding in check(root, CONTRACT, None).in_the_way}


def test_without_a_folder_of_texts_no_copy_is_missed(root: Path) -> None:
    corpus, findings = found(root, None)
    assert (dict(corpus.texts), findings) == ({}, [])


def test_a_copy_with_the_digest_on_record_is_at_hand(root: Path) -> None:
    (root / "texts/lake-county-chronicle.txt").write_bytes(TEXT)
    corpus, findings = found(root, root / "texts")
    assert findings == []
    assert corpus.texts["lake-county-chronicle"].line(1) == "Dykes come before roads."


def test_a_copy_that_is_not_there_is_missed_at_the_digest(root: Path) -> None:
    assert found(root, root / "texts")[1] == [at_digest("source-copy-missing")]
    assert found(root, root / "nowhere")[1] == [at_digest("source-copy-missing")]


def test_a_copy_that_differs_in_one_byte_is_refused(root: Path) -> None:
    (root / "texts/lake-county-chronicle.txt").write_bytes(TEXT.replace(b"\n", b"\r\n"))
    corpus, findings = found(root, root / "texts")
    assert findings == [at_digest("source-copy-differs")]
    assert dict(corpus.texts) == {}


def test_bytes_that_are_not_utf_8_make_a_copy_unreadable(root: Path) -> None:
    (root / "texts/lake-county-chronicle.txt").write_bytes(TEXT + b"\xff")
    assert found(root, root / "texts")[1] == [at_digest("source-copy-unreadable")]


def test_a_link_or_a_folder_in_place_of_a_copy_is_not_followed(root: Path) -> None:
    copy = root / "texts/lake-county-chronicle.txt"
    (root / "elsewhere.txt").write_bytes(TEXT)
    copy.symlink_to(root / "elsewhere.txt")
    assert found(root, root / "texts")[1] == [at_digest("source-copy-unreadable")]
    copy.unlink()
    copy.mkdir()
    assert found(root, root / "texts")[1] == [at_digest("source-copy-unreadable")]


@pytest.mark.parametrize("code", ["damaged-lock", "source-copy-unreadable"])
def test_a_page_without_examples_says_so(code: str) -> None:
    page = read_page(Path(huiyi.__file__).parent / "checking" / "pages" / f"{code}.md")
    assert page.examples == ()
    assert page.sections["Wrong"].startswith("A fenced example cannot show")
