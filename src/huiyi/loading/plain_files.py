"""Reads the files beside the records with care: what should be a lock or a text may be a link, a pipe or endless."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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


def read_regular_file(path: Path, most_bytes: int) -> bytes:
    """Give the content of a file that is no link, pipe or device and no larger than `most_bytes`.

    Raises OSError, whose `strerror` states the fault, in every other case.
    """
    # Opened without following a link or waiting for a pipe, then judged: no time between look and read.
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        content = file.read(most_bytes + 1) if status.st_size <= most_bytes else None
        if content is None or len(content) > most_bytes:
            raise OSError(errno.EFBIG, f"larger than {most_bytes:,} bytes")
        return content


def refusal(error: OSError) -> str:
    """Give in words why a file could not be read."""
    return "a link, which is not followed" if error.errno == errno.ELOOP else error.strerror or "unreadable"
