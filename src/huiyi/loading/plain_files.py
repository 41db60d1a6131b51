"""Reads the files beside the records with care: what should be a lock or a text may be a link, a pipe or endless."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

# Not every system can refuse to follow a link, or has pipes to wait for; there the look before the opening decides.
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

MOST_BYTES = 50_000_000
MOST_DAMAGES = 20
"""Of a file with so many damaged lines no more are told."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A line, from 1, of a file that a command writes, which cannot be understood, and why."""

    line: int
    message: str


def read_written(path: Path, name: str) -> str | Damage | None:
    """Give the content of a file that a command writes; None where there is none yet. `name` is what to call it."""
    try:
        return read_regular_file(path, MOST_BYTES).decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        return Damage(1, f"the {name} is not UTF-8 at byte {error.start}")
    except OSError as error:
        return Damage(1, f"the {name} is {refusal(error)}")


def open_carefully(path: str | Path) -> BinaryIO:
    """Open a file that was looked at, following no link and waiting for no pipe that took its place; raise OSError."""
    return open(path, "rb", opener=lambda place, flags: os.open(place, flags | _CAREFULLY))


def read_regular_file(path: Path, most_bytes: int) -> bytes:
    """Give the content of a file that is no link, pipe or device and no larger than `most_bytes`.

    Raises OSError, whose `strerror` states the fault, in every other case.
    """
    _refuse(path.lstat(), most_bytes)
    with open_carefully(path) as file:
        _refuse(os.fstat(file.fileno()), most_bytes)
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise _too_large(most_bytes)
    return content


def _refuse(status: os.stat_result, most_bytes: int) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise OSError(errno.ELOOP, "a link")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    if status.st_size > most_bytes:
        raise _too_large(most_bytes)


def _too_large(most_bytes: int) -> OSError:
    return OSError(errno.EFBIG, f"larger than {most_bytes:,} bytes")


def refusal(error: OSError) -> str:
    """Give in words why a file could not be read."""
    return "a link, which is not followed" if error.errno == errno.ELOOP else error.strerror or "unreadable"
