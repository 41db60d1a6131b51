"""Where things are: the curators' folder, and the contracts that the package carries with it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
CARRIED = Path(__file__).resolve().parent / "contract"


class NoProjectError(Exception):
    """No folder upward of the given one holds `curation/`."""


def find_root(start: Path) -> Path:
    """Give the nearest folder, from `start` upward, that holds `curation/`; raise NoProjectError if none does."""
    for folder in (start, *start.parents):
        if (folder / "curation").is_dir():
            return folder
    raise NoProjectError(f"no folder from {start} upward holds curation/")


def contract_folder(name: str) -> Path:
    """Give the folder of a contract, `schemas` or `datapackage`: the installed package's, else the checkout's."""
    return CARRIED / name if CARRIED.is_dir() else TOP / name


def make_folder(path: Path) -> None:
    """Make a folder where there is none; raise OSError."""
    path.mkdir(exist_ok=True)


def replace_file(path: Path, text: str) -> None:
    """Write a file beside its place and then put it there, so that it is never seen half written; raise OSError."""
    try:
        handle, beside = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
