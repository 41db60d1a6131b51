"""Walk a curators' folder so that every entry is either a file to read or a finding, never silence."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from huiyi.loading.files import describe_error, describe_kind, find_inside
from huiyi.loading.flaws import Flaw
from huiyi.values.identifiers import is_device, is_identifier
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from huiyi.findings import Finding

SUFFIX = ".yaml"
MAXIMUM_NAME = 120
LEFT_BEHIND = ("~", ".bak", ".orig", ".swp")


def discover(folder: Path, root: Path) -> tuple[list[Path], list[Finding]]:
    """Give the `.yaml` files in `folder` and in its subfolders, and a finding for every other entry.

    Both are sorted. Files are not opened. `folder` lies under `root`; paths in findings are relative to it.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    for path, flaw in _walk(folder, depth=0):
        if flaw is None:
            files.append(path)
        else:
            findings.append(flaw.in_file(escape(find_inside(root, path) or path.as_posix())))
    return sorted(files), sorted(findings)


def _walk(folder: Path, depth: int) -> Iterator[tuple[Path, Flaw | None]]:
    if folder.is_symlink():
        yield folder, Flaw("link-in-tree", "the folder is a symbolic link", "put the folder itself here")
        return
    try:
        with os.scandir(folder) as scan:
            entries = list(scan)
    except FileNotFoundError:
        yield folder, Flaw("unreadable-file", "the folder is missing", "make the folder")
        return
    except (OSError, ValueError) as error:
        yield folder, describe_error(error)
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False) and depth == 0 and is_identifier(entry.name):
            yield from _walk(path, depth + 1)
        else:
            yield path, _judge(entry)


def _judge(entry: os.DirEntry[str]) -> Flaw | None:
    if entry.name.endswith(LEFT_BEHIND) and not entry.is_dir(follow_symlinks=False):
        return Flaw("not-a-record-file", "an editor or a tool left this copy here", "remove it")
    if entry.name.startswith("."):
        return Flaw("not-a-record-file", "a hidden entry among the records", "remove it, or rename it")
    if entry.is_dir(follow_symlinks=False):
        return Flaw("not-a-record-file", "no records are read from this folder", "move its files, remove it")
    if not entry.is_file(follow_symlinks=False):
        return _describe(entry)
    return _judge_name(*os.path.splitext(entry.name))  # noqa: PTH122 - a Path for each costs more than the look


def _judge_name(stem: str, suffix: str) -> Flaw | None:
    if suffix != SUFFIX:
        cure = "rename it" if suffix.lower() in {SUFFIX, ".yml"} else "remove it, or rename it if it is a record"
        return Flaw("not-a-record-file", f"the name ends in '{suffix}', not in '{SUFFIX}'", cure)
    if not is_identifier(stem):
        reason = "the name is not made of a-z and 0-9 with single hyphens between them"
        return Flaw("file-name-not-slug", reason, f"rename it, for example to {_slug(stem) or 'mao-zedong'}{SUFFIX}")
    if is_device(stem):
        reason = f"'{stem}' is a device to Windows, which has no file of this name"
        return Flaw("file-name-not-slug", reason, f"rename it, for example to {stem}-1{SUFFIX}")
    if len(stem) > MAXIMUM_NAME:
        reason = f"the name has {len(stem)} characters; {MAXIMUM_NAME} are allowed"
        return Flaw("file-name-not-slug", reason, "shorten it")
    return None


def _slug(stem: str) -> str:
    """Make a slug of a name; empty where letters would be lost, or nothing remains, or it would be too long."""
    letters = "".join(char for char in normalize("NFKD", stem) if not combining(char)).lower()
    slug = "-".join(re.findall("[a-z0-9]+", letters))
    is_whole = all(char.isascii() or not char.isalnum() for char in letters)
    return slug if is_whole and len(slug) <= MAXIMUM_NAME and not is_device(slug) else ""


def _describe(entry: os.DirEntry[str]) -> Flaw:
    try:
        return describe_kind(entry.stat(follow_symlinks=False).st_mode)
    except OSError as error:  # gone since the folder was listed
        return describe_error(error)
