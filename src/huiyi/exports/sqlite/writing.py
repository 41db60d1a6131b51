"""Fills the database: tables, indexes, views and the full-text index, in one transaction, then packed.

Two writings of the same records by one version of SQLite give the same bytes.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from huiyi.exports import BrokenRowError, MissingLibraryError
from huiyi.exports.sqlite.creating import create, indexes
from huiyi.exports.sqlite.describing import described
from huiyi.exports.sqlite.searching import INDEX, MODULE, OPTIONS, RANK, TEXTS, entries
from huiyi.exports.sqlite.views import views
from huiyi.tables import cells

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from huiyi.package import Edition
    from huiyi.tables import Table


def write_sqlite(edition: Edition, path: Path) -> None:
    """Write the database to a path where nothing stands yet.

    Raises BrokenRowError where a row breaks its table, MissingLibraryError where SQLite lacks its full-text search, and
    OSError where the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _fill(database, edition)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error), str(path)) from error


def _fill(database: sqlite3.Connection, edition: Edition) -> None:
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("BEGIN")
    create_virtual(database, INDEX, MODULE, OPTIONS)
    for name, table in edition.tables.layout.tables.items():
        _write(database, table, cells(edition.tables, name), edition)
    seen = views(edition)
    for view in seen:
        database.execute(f'CREATE VIEW "{view.table.name}" AS\n{view.sql}')
    for table, rows in described(edition, [view.table for view in seen]):
        _write(database, table, rows, edition)
    _write_search(database, edition)
    database.execute("COMMIT")
    for name, row, parent, _ in database.execute("PRAGMA foreign_key_check"):
        raise BrokenRowError(f"table {name}: row {row} refers to no row of {parent}")
    database.execute("VACUUM")


def create_virtual(database: sqlite3.Connection, name: str, module: str, options: str) -> None:
    """Create a virtual table of a module of SQLite; raise MissingLibraryError where SQLite was built without it."""
    try:
        database.execute(f'CREATE VIRTUAL TABLE "{name}" USING {module} ({options})')
    except sqlite3.OperationalError as error:
        if "no such module" not in str(error):
            raise
        raise MissingLibraryError(
            f"the SQLite {sqlite3.sqlite_version} of this Python lacks its module {module}"
        ) from None


def _write(database: sqlite3.Connection, table: Table, rows: Iterable[tuple[object, ...]], edition: Edition) -> None:
    database.execute(create(table, edition.codes))
    places = ", ".join("?" * len(table.columns))
    try:
        database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)  # noqa: S608 - names are ours
    except sqlite3.IntegrityError as error:
        raise BrokenRowError(f"table {table.name}: {error}") from error
    for statement in indexes(table):
        database.execute(statement)


def _write_search(database: sqlite3.Connection, edition: Edition) -> None:
    database.execute(create(TEXTS, {}))
    for row, spellings in entries(edition):
        database.execute(f"INSERT INTO {TEXTS.name} VALUES (?, ?, ?, ?, ?)", row)  # noqa: S608 - names are ours
        database.execute(
            f"INSERT INTO {INDEX} (rowid, text, spellings) VALUES (?, ?, ?)",  # noqa: S608 - likewise
            (row[0], row[-1], spellings),
        )
    for command, value in (("optimize", None), ("rank", RANK)):
        database.execute(f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES (?, ?)", (command, value))  # noqa: S608 - likewise
