"""Reads the records of a commit as they stood then, under the schemas of then, without touching the working tree."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.checking import read
from huiyi.differences.states import BrokenRecordsError, State, UnknownEndError, formless_state_of, state_of
from huiyi.schemas import read_contract
from huiyi.values.text import counted, escape
from huiyi.values.versions import is_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from huiyi.schemas import Contract

WANTED = ("curation", "schemas")
VERSION_FILE = "src/huiyi/__init__.py"
MOST_FILES = 500_000
MOST_BYTES = 2_000_000_000
LARGEST_FILE = 10_000_000
FILE_MODES = {"100644", "100755"}
_NAMED_VERSION = re.compile(r'^__version__ = "([^"\n]*)"$', re.MULTILINE)
_REFERENCE = re.compile(r"(?:common/)?[a-z_-]+\.schema\.json", re.ASCII)


class Blob(NamedTuple):
    """A file of a commit: its path below the project's root, its name in git, and its bytes."""

    path: str
    hash: str
    size: int


def read_commit(root: Path, revision: str, fallback_version: str) -> State:
    """Read the state of a commit, tag or branch of the repository that holds the project at `root`.

    The version is the one that the commit itself gives, else `fallback_version`. Raises UnknownEndError where there is
    no such commit, and BrokenRecordsError where some of its records cannot be read.
    """
    shown = escape(revision, limit=80)
    if not revision or revision.startswith("-") or "\0" in revision:
        raise UnknownEndError(f"'{shown}' is not the name of a commit")
    named = _git(root, shown, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = named.decode("ascii", "replace").strip()
    prefix = _git(root, shown, "rev-parse", "--show-prefix").decode("utf-8", "replace").rstrip("\n")
    blobs = _blobs(root, shown, commit, prefix)
    if not any(blob.path.startswith("curation/") for blob in blobs):
        raise UnknownEndError(f"commit '{shown}' holds no folder {escape(prefix, limit=80)}curation/")
    name = f"{shown} ({commit[:12]})"
    with tempfile.TemporaryDirectory(prefix="huiyi-") as spare:
        place = Path(spare).resolve()
        _lay_out(root, shown, blobs, place)
        version = _version(place / VERSION_FILE, fallback_version)
        if not is_version(version):
            raise UnknownEndError(f"commit '{shown}' has the version '{escape(version, limit=40)}', not one as 1.2.3")
        corpus, findings = read(place, _contract(place / "schemas", shown), None)
        if wrong := sum(finding.severity == "error" for finding in findings):
            raise BrokenRecordsError(
                f"commit {name} has files that cannot be read as records: {counted(wrong, 'error')}"
            )
        try:
            return state_of(corpus, name, version)
        except (AttributeError, KeyError, TypeError, ValueError):  # schemas from before what tables are made of now
            return formless_state_of(corpus, name, version)


def _git(root: Path, shown: str, *arguments: str, given: bytes = b"") -> bytes:
    """Run git in the project's folder and give what it prints; `shown` is the commit that a complaint names."""
    command = ["git", "--no-pager", "--literal-pathspecs", "-C", str(root), *arguments]
    pipe = subprocess.PIPE
    try:
        running = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - no shell, no option
    except FileNotFoundError:
        raise UnknownEndError(f"to read commit '{shown}' git is needed, which is not installed") from None
    with running:
        printed, complaint = running.communicate(given)
    if running.returncode != 0:
        said = complaint.decode("utf-8", "replace").strip().partition("\n")[0]
        reason = f": {escape(said, limit=160)}" if said else ""
        raise UnknownEndError(f"'{shown}' is neither a release, nor a project, nor a commit{reason}")
    return printed


def _blobs(root: Path, shown: str, commit: str, prefix: str) -> list[Blob]:
    """List the files of a commit that are wanted, after making sure that each may be laid out in a folder."""
    wanted = [prefix + path for path in (*WANTED, VERSION_FILE)]
    listed = _git(root, shown, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *wanted)
    blobs = []
    for line in listed.split(b"\0")[:-1]:
        facts, _, raw = line.partition(b"\t")
        mode, _, digest, size = facts.decode("ascii").split()
        path = raw.decode("utf-8", "surrogateescape").removeprefix(prefix)
        if mode not in FILE_MODES:
            raise UnknownEndError(f"commit '{shown}' holds '{escape(path, limit=120)}', which is not a plain file")
        # A backslash divides a path on Windows, a colon names a drive or another part of a file.
        if {"", ".", "..", ".git"} & set(path.split("/")) or {"\\", ":"} & set(path) or int(size) > LARGEST_FILE:
            raise UnknownEndError(f"commit '{shown}' holds '{escape(path, limit=120)}', which cannot be read safely")
        blobs.append(Blob(path, digest, int(size)))
    if len(blobs) > MOST_FILES or sum(blob.size for blob in blobs) > MOST_BYTES:
        raise UnknownEndError(f"commit '{shown}' holds too much to be read")
    return blobs


def _lay_out(root: Path, shown: str, blobs: Sequence[Blob], place: Path) -> None:
    asked = "".join(f"{blob.hash}\n" for blob in blobs).encode("ascii")
    given = _git(root, shown, "cat-file", "--batch", given=asked)
    start = 0
    for blob in blobs:
        start = given.index(b"\n", start) + 1
        path = place / blob.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(given[start : start + blob.size])
        start += blob.size + 1


def _version(path: Path, fallback: str) -> str:
    if not path.is_file():
        return fallback
    match = _NAMED_VERSION.search(path.read_text("utf-8", "replace"))
    return match[1] if match else fallback


def _contract(folder: Path, shown: str) -> Contract:
    """Read the schemas of the commit, the package's own where it holds none; they may refer only to one another."""
    if not folder.is_dir():
        return read_contract()
    try:
        _refuse_distant([*folder.glob("*.json"), *folder.glob("common/*.json")])
        return read_contract(folder)
    except (AttributeError, KeyError, OSError, RecursionError, TypeError, ValueError) as error:
        reason = escape(f"{type(error).__name__}: {error}", limit=120)
        raise UnknownEndError(f"the schemas of commit '{shown}' cannot be read ({reason})") from None


def _refuse_distant(paths: Iterable[Path]) -> None:
    for path in paths:
        for target in _references(json.loads(path.read_text("utf-8"))):
            if not isinstance(target, str) or not _REFERENCE.fullmatch(target):
                raise ValueError(f"{path.name} refers to {target}")


def _references(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"]
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _references(part)
