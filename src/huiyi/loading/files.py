"""Take the bytes of a file, if it is a plain file of sensible size inside the project, and of no other."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from huiyi.loading.flaws import Flaw
from huiyi.loading.plain_files import open_carefully

if TYPE_CHECKING:
    from pathlib import Path

MAXIMUM_BYTES = 1_000_000

OUTSIDE = Flaw("not-a-record-file", "the file lies outside the project", "move it into the project")

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def find_inside(root: Path, path: Path) -> str | None:
    """Give the path from the root, with slashes; None where it leads out of the root."""
    try:
        inside = path.relative_to(root)
    except ValueError:
        return None
    return None if ".." in inside.parts else inside.as_posix()


def read_bytes(root: Path, inside: str) -> bytes | Flaw:
    """Give the content of a file, at most 1,000,000 bytes, or say why it cannot be read."""
    place, *names = os.fspath(root), *inside.split("/")
    try:
        for name in names[:-1]:
            place = f"{place}/{name}"
            if stat.S_ISLNK(os.lstat(place).st_mode):
                return Flaw("link-in-tree", "the file lies behind a symbolic link", "put the folder here")
        place = f"{place}/{names[-1]}"
        return _judge(os.lstat(place)) or _read_opened(place)
    except (OSError, ValueError) as error:
        return describe_error(error)


def describe_error(error: OSError | ValueError) -> Flaw:
    """Say what the operating system objects to, without the machine's own path."""
    reason = (error.strerror if isinstance(error, OSError) else None) or "its path cannot be used"
    return Flaw("unreadable-file", f"cannot be read: {reason}", "give it back, or let it be read")


def describe_kind(mode: int) -> Flaw:
    """Say that an entry of a folder is something else than a file, from its mode as lstat gives it."""
    if stat.S_ISLNK(mode):
        return Flaw("link-in-tree", "a symbolic link stands where a file should", "put the file itself here")
    kind = _KINDS.get(stat.S_IFMT(mode), "something else")
    return Flaw("not-a-record-file", f"{kind} stands where a file should", "remove it from the records")


def _judge(status: os.stat_result) -> Flaw | None:
    if not stat.S_ISREG(status.st_mode):
        return describe_kind(status.st_mode)
    return _too_large(f"{status.st_size:,}") if status.st_size > MAXIMUM_BYTES else None


def _read_opened(path: str) -> bytes | Flaw:
    with open_carefully(path) as file:
        status = os.fstat(file.fileno())
        obstacle = _judge(status)
        if obstacle is not None:
            return obstacle
        # To make room for the most that may come, for each file, takes longer than to read it.
        raw = file.read(status.st_size + 1)
        if len(raw) > status.st_size:
            raw += file.read(MAXIMUM_BYTES + 1 - len(raw))
    return raw if len(raw) <= MAXIMUM_BYTES else _too_large("still growing, more than 1,000,000")


def _too_large(size: str) -> Flaw:
    return Flaw("file-too-large", f"{size} bytes; a file may hold 1,000,000", "divide the record")
