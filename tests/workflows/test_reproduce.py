"""The comparison of two builds names every file that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reproduce import differences

if TYPE_CHECKING:
    from pathlib import Path


def folder(place: Path, **files: bytes) -> Path:
    (place / "data").mkdir(parents=True)
    for name, content in files.items():
        (place / "data" / name).write_bytes(content)
    return place


def test_what_is_the_same_gives_nothing(tmp_path: Path) -> None:
    one, other = (folder(tmp_path / name, people=b"id\n", works=b"") for name in ("one", "other"))
    assert list(differences(one, other)) == []


def test_a_file_that_differs_is_named_with_the_place(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", people=b"id\nlin-hai\n", works=b"id\n", places=b"id\n")
    other = folder(tmp_path / "other", people=b"id\nlin-han\n", works=b"id\nmore", places=b"id\n")
    assert list(differences(one, other)) == [
        "data/people: differs from byte 10 on",
        "data/works: differs from byte 4 on",
    ]


def test_a_file_that_only_one_build_has_is_named(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", people=b"id\n"), folder(tmp_path / "other", works=b"id\n")
    assert list(differences(one, other)) == [
        "data/people: only one of the builds has it",
        "data/works: only one of the builds has it",
    ]
