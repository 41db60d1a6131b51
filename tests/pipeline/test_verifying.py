"""`huiyi verify` finds every kind of tampering with a release, and nothing in a sound one."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from huiyi.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLE = "data/people.csv"


@pytest.fixture
def release(toy_release: Path, tmp_path: Path) -> Path:
    return shutil.copytree(toy_release, tmp_path / toy_release.name)


def without_line(path: Path, name: str) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.rstrip().endswith(f"  {name}")]
    assert len(kept) == len(lines) - 1
    path.write_text("".join(kept), "utf-8")


def without_entry(folder: Path, name: str) -> None:
    said = json.loads((folder / "manifest.json").read_text("utf-8"))
    said["files"] = [file for file in said["files"] if file["path"] != name]
    (folder / "manifest.json").write_text(json.dumps(said), "utf-8")


def one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def rewritten(path: Path, change: Callable[[str], str]) -> None:
    path.write_bytes(change(path.read_text("utf-8")).encode())


def with_folder(path: Path) -> None:
    path.mkdir()
    (path / "file").touch()


def linked(path: Path) -> None:
    aside = path.rename(path.parents[2] / path.name)
    path.symlink_to(aside)


def unlisted(path: Path) -> None:
    without_line(path.parents[1] / "SHA256SUMS", TABLE)
    path.unlink()


def repacked(release: Path) -> None:
    """Pack the archive anew with another table, and give it its own digest in the list."""
    from huiyi.release.archiving import checksums  # noqa: PLC0415 - what an attacker would use

    path = release / f"{release.name}.zip"
    with zipfile.ZipFile(path) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    members[f"{release.name}/{TABLE}"] = members[f"{release.name}/{TABLE}"].replace(b"lin-hai", b"lin-han")
    pack(path, list(members.items()))
    (release / "SHA256SUMS").write_text(checksums(release), "utf-8")


def with_archive(release: Path, change: Callable[[Path], object]) -> None:
    """Change the archive, and give it its new digest in the list."""
    from huiyi.release.archiving import checksums  # noqa: PLC0415 - what an attacker would use

    change(release / f"{release.name}.zip")
    (release / "SHA256SUMS").write_text(checksums(release), "utf-8")


def put_twice(path: Path) -> None:
    """Put another table of the same name before the true one, which some unpackers prefer."""
    with zipfile.ZipFile(path) as packed:
        members = [(name, packed.read(name)) for name in packed.namelist()]
    with pytest.warns(UserWarning, match="Duplicate name"):
        pack(path, [(f"{path.stem}/{TABLE}", b"id\n"), *members])


def pack(path: Path, members: list[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in members:
            packed.writestr(name, content)


def with_comment(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as packed:
        packed.comment = b"run me"


TAMPERING: dict[str, tuple[Callable[[Path], object], str]] = {
    "a bit of a table": (lambda one: one_bit(one / TABLE), TABLE),
    "a bit of the database": (lambda one: one_bit(one / f"{one.name}.sqlite"), ".sqlite"),
    "a bit of the archive": (lambda one: one_bit(one / f"{one.name}.zip"), ".zip"),
    "a bit of the checksums": (lambda one: one_bit(one / "SHA256SUMS"), ""),
    "a table cut short": (lambda one: (one / TABLE).write_bytes((one / TABLE).read_bytes()[:-1]), TABLE),
    "a table emptied": (lambda one: (one / TABLE).write_bytes(b""), TABLE),
    "a table removed": (lambda one: (one / TABLE).unlink(), TABLE),
    "a file added": (lambda one: (one / "data" / "more.csv").write_text("id\n"), "data/more.csv"),
    "a hidden file added": (lambda one: (one / ".more").write_text("id\n"), ".more"),
    "a file replaced by a link": (
        lambda one: linked(one / TABLE),
        TABLE,
    ),
    "the archive removed": (lambda one: (one / f"{one.name}.zip").unlink(), ".zip"),
    "the checksums removed": (lambda one: (one / "SHA256SUMS").unlink(), "SHA256SUMS"),
    "a line of the checksums removed": (lambda one: without_line(one / "SHA256SUMS", TABLE), TABLE),
    "a line and its file removed": (
        lambda one: unlisted(one / TABLE),
        TABLE,
    ),
    "an entry of the manifest removed": (lambda one: without_entry(one, TABLE), TABLE),
    "the manifest rewritten": (
        lambda one: (one / "manifest.json").write_bytes((one / "manifest.json").read_bytes() + b" "),
        "manifest.json",
    ),
    "another archive with its own checksum": (repacked, TABLE),
    "an archive with a table twice": (lambda one: with_archive(one, put_twice), ".zip"),
    "an archive with a comment": (lambda one: with_archive(one, with_comment), ".zip"),
    "an archive behind a program": (
        lambda one: with_archive(one, lambda path: path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())),
        ".zip",
    ),
    "an empty folder added": (lambda one: (one / "data" / "more").mkdir(), "data/more"),
    "a folder with a file added": (lambda one: with_folder(one / "more"), "more/file"),
    "the checksums with the ends of lines of another system": (
        lambda one: rewritten(one / "SHA256SUMS", lambda text: text.replace("\n", "\r\n")),
        "SHA256SUMS",
    ),
    "the checksums in another order": (
        lambda one: rewritten(one / "SHA256SUMS", lambda text: "".join(reversed(text.splitlines(keepends=True)))),
        "SHA256SUMS",
    ),
    "the checksums without their last end of line": (
        lambda one: rewritten(one / "SHA256SUMS", lambda text: text[:-1]),
        "SHA256SUMS",
    ),
    "an archive cut short": (
        lambda one: (one / f"{one.name}.zip").write_bytes((one / f"{one.name}.zip").read_bytes()[:-30]),
        ".zip",
    ),
}


def test_a_release_as_it_was_published_is_sound(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(release)]) == 0
    said = capsys.readouterr()
    listed = json.loads((release / "manifest.json").read_text("utf-8"))
    assert f"{len(listed['files'])} files, all as published" in said.out
    assert said.err == ""


@pytest.mark.parametrize(("tamper", "named"), TAMPERING.values(), ids=TAMPERING)
def test_tampering_is_found_and_its_file_is_named(
    tamper: Callable[[Path], object], named: str, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(release)
    assert run(["verify", str(release)]) == 1
    said = capsys.readouterr()
    assert named in said.out
    assert "not what was published" in said.err


def test_an_unpacked_archive_is_compared_with_its_manifest(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.unpack_archive(release / f"{release.name}.zip", tmp_path / "unpacked")
    unpacked = tmp_path / "unpacked" / release.name
    assert run(["verify", str(unpacked)]) == 0
    assert "manifest.json alone" in capsys.readouterr().err
    one_bit(unpacked / TABLE)
    assert run(["verify", str(unpacked)]) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"[" * 100_000, b'{"version": 1, "archive": "x", "files": [{"path": 1}]}', b"\xff"],
    ids=["nothing", "a list", "no list of files", "deep", "paths that are none", "no text"],
)
def test_what_is_no_manifest_is_misuse_in_one_line(
    content: bytes, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (release / "manifest.json").write_bytes(content)
    assert run(["verify", str(release)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_manifest_that_leads_out_of_the_release_leads_nowhere(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (release.parent / "secret").write_text("secret")
    said = json.loads((release / "manifest.json").read_text("utf-8"))
    said["files"].append({"path": "../secret", "bytes": 6, "sha256": "0" * 64})
    (release / "manifest.json").write_text(json.dumps(said), "utf-8")
    assert run(["verify", str(release)]) == 1
    assert "../secret: listed in manifest.json, but missing" in capsys.readouterr().out


def test_a_folder_of_releases_and_a_folder_that_is_none_are_misuse(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", str(release.parent)]) == 2
    assert f"did you mean '{release}'?" in capsys.readouterr().err
    assert run(["verify", str(tmp_path / "nowhere")]) == 2
    assert "there is no " in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are of POSIX systems")
def test_a_pipe_in_a_release_is_told_and_not_waited_for(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(release / "data" / "pipe.csv")
    assert run(["verify", str(release)]) == 1
    assert "data/pipe.csv: not a regular file" in capsys.readouterr().out
