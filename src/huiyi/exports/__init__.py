"""The formats in which the records are published: one module a format, found by walking this folder.

A module of this folder is a format. It has `TITLE` (what its files are called), `NEEDS` (the libraries that it needs
beyond those of the package, imported only where they are used) and `write(edition, folder)`, which writes its files
below the folder of the release.
"""

from __future__ import annotations

import pkgutil
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from huiyi.package import Edition


EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The time that a file gives which must give one: the earliest that zip archives know, and the same in every build."""


class Format(NamedTuple):
    """A format: its module's name, what its files are called, the libraries it needs, and the writing of its files."""

    name: str
    title: str
    needs: tuple[str, ...]
    write: Callable[[Edition, Path], None]


class MissingLibraryError(Exception):
    """A format needs what is not installed; nothing of it may be published."""


class BrokenRowError(Exception):
    """A row that breaks a key, a type or a constraint of its table, or a limit of the format; nothing is published."""


def formats() -> tuple[Format, ...]:
    """Give every format, in the order of their names."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(
        Format(module.__name__.rpartition(".")[2], module.TITLE, module.NEEDS, module.write) for module in modules
    )


def is_at_hand(library: str) -> bool:
    """Say whether a library can be imported, without importing it."""
    return find_spec(library) is not None
