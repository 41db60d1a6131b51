"""Writes all tables as one SQLite file with keys, views, a full-text index, and the codebook inside the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.package import Edition

TITLE = "SQLite database"
NEEDS = ("_sqlite3", "opencc")


def write(edition: Edition, folder: Path) -> None:
    """Write the database into the folder of the release.

    Raises BrokenRowError, MissingLibraryError where SQLite lacks its full-text search, and OSError.
    """
    from huiyi.exports.sqlite.writing import write_sqlite  # noqa: PLC0415 - a Python may lack sqlite3, which is told before

    write_sqlite(edition, folder / f"{edition.metadata.release}.sqlite")
