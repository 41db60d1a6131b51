"""Tampering with a release is found: every published file stands in SHA256SUMS with its digest, in the archive too."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

import huiyi
from huiyi.release.archiving import checksums

if TYPE_CHECKING:
    from pathlib import Path

SUMS = "SHA256SUMS"


def listed(text: str) -> dict[str, str]:
    """Read the lines of SHA256SUMS: digest by path."""
    lines = [line.split("  ", 1) for line in text.splitlines()]
    assert len({name for _, name in lines}) == len(lines)
    return {name: digest for digest, name in lines}


def digests(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_the_checksums_are_those_of_every_published_file_and_of_no_other(toy_dist: Path) -> None:
    sums = listed((toy_dist / SUMS).read_text("utf-8"))
    assert sums == digests(toy_dist)
    assert list(sums) == sorted(sums)
    assert {f"huiyi-{huiyi.__version__}.zip", f"huiyi-{huiyi.__version__}.sqlite"} < set(sums)


def test_the_archive_holds_the_folder_as_it_is(toy_dist: Path) -> None:
    with zipfile.ZipFile(toy_dist / f"huiyi-{huiyi.__version__}.zip") as packed:
        assert packed.testzip() is None
        inside = {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()}
    beside = listed((toy_dist / SUMS).read_text("utf-8"))
    assert inside == {name: digest for name, digest in beside.items() if "/" in name}


def test_a_changed_an_added_and_a_removed_file_change_the_checksums(tmp_path: Path) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_text("id\n1\n")
    sound = checksums(tmp_path, paths)
    assert sound.splitlines()[0] == hashlib.sha256(b"id\n1\n").hexdigest() + "  a.csv"
    (tmp_path / "c.csv").write_text("id\n")
    assert checksums(tmp_path, [*paths, tmp_path / "c.csv"]) != sound
    assert checksums(tmp_path, paths[:1]) != sound
    paths[1].write_text("id\n1")
    assert checksums(tmp_path, paths) != sound
