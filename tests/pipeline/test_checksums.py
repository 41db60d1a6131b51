"""Tampering with a release is found: every published file stands in SHA256SUMS with its digest, in the archive too."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

from huiyi.release.archiving import SUMS, checksums

if TYPE_CHECKING:
    from pathlib import Path


def listed(text: str) -> dict[str, str]:
    """Read the lines of SHA256SUMS: digest by path."""
    lines = [line.split("  ", 1) for line in text.splitlines()]
    assert len({name for _, name in lines}) == len(lines)
    return {name: digest for digest, name in lines}


def digests(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_the_checksums_are_those_of_every_published_file_and_of_no_other(toy_release: Path) -> None:
    sums = listed((toy_release / SUMS).read_text("utf-8"))
    assert sums == digests(toy_release)
    assert list(sums) == sorted(sums)
    assert {f"{toy_release.name}.zip", f"{toy_release.name}.sqlite", "datapackage.json"} < set(sums)


def test_the_archive_holds_the_folder_as_it_is_but_for_itself_and_the_checksums(toy_release: Path) -> None:
    archive = f"{toy_release.name}.zip"
    with zipfile.ZipFile(toy_release / archive) as packed:
        assert packed.testzip() is None
        inside = {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()}
    beside = listed((toy_release / SUMS).read_text("utf-8"))
    assert inside == {f"{toy_release.name}/{name}": digest for name, digest in beside.items() if name != archive}


def test_a_changed_an_added_and_a_removed_file_change_the_checksums(tmp_path: Path) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_text("id\n1\n")
    sound = checksums(tmp_path)
    assert sound.splitlines()[0] == hashlib.sha256(b"id\n1\n").hexdigest() + "  a.csv"
    (tmp_path / "c.csv").write_text("id\n")
    assert checksums(tmp_path) != sound
    (tmp_path / "c.csv").unlink()
    assert checksums(tmp_path) == sound
    paths[1].write_text("id\n1")
    assert checksums(tmp_path) != sound
    paths[1].unlink()
    assert checksums(tmp_path) != sound
