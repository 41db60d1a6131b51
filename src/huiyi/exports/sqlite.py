"""Writes all tables as one SQLite file: STRICT tables with primary and foreign keys, and a table of metadata.

The view `statements` gathers how each statement is known, how strong it is and whose, from all tables that say so.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from huiyi.exports import BrokenRowError
from huiyi.tables import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from huiyi.package import Edition, Metadata
    from huiyi.tables import Column, Table, Tables

TITLE = "SQLite database"
NEEDS = ()
TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}

STATEMENT = ("basis", "reason", "certainty", "hedge", "claimant", "attributed_to", "note")


def write(edition: Edition, folder: Path) -> None:
    """Write the database into the folder of the release; raise BrokenRowError and OSError."""
    write_sqlite(edition.tables, edition.metadata, folder / f"{edition.title}.sqlite")


def write_sqlite(tables: Tables, metadata: Metadata, path: Path) -> None:
    """Write the database to a path where nothing stands yet.

    Raises BrokenRowError where a row breaks its table, and OSError where the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _fill(database, tables, metadata)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error), str(path)) from error


def _fill(database: sqlite3.Connection, tables: Tables, metadata: Metadata) -> None:
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("BEGIN")
    for name, table in tables.layout.tables.items():
        database.execute(_create(table))
        places = ", ".join("?" * len(table.columns))
        try:
            database.executemany(f'INSERT INTO "{name}" VALUES ({places})', cells(tables, name))  # noqa: S608 - names are ours
        except sqlite3.IntegrityError as error:
            raise BrokenRowError(f"table {name}: {error}") from error
        for statement in _indexes(table):
            database.execute(statement)
    database.execute(_create_statements(tables.layout.tables.values()))
    _write_metadata(database, _described(metadata))
    database.execute("COMMIT")
    for name, row, parent, _ in database.execute("PRAGMA foreign_key_check"):
        raise BrokenRowError(f"table {name}: row {row} refers to no row of {parent}")
    database.execute("VACUUM")


def _create(table: Table) -> str:
    parts = [_column(column) for column in table.columns]
    parts += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers_to}" ("id")'
        for column in table.columns
        if column.refers_to
    ]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(parts) + "\n) STRICT"


def _column(column: Column) -> str:
    text = f'"{column.name}" {TYPES[column.type]}'
    if column.name == "id":
        text += " PRIMARY KEY"
    if column.is_required:
        text += " NOT NULL"
    if column.type == "boolean":
        text += f' CHECK ("{column.name}" IN (0, 1))'
    return text


def _indexes(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.refers_to and column.name != "id":
            yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'


def _create_statements(tables: Iterable[Table]) -> str:
    columns = ", ".join(f'"{name}"' for name in STATEMENT)
    parts = [
        f"SELECT id, '{table.name}' AS table_name, {columns} FROM \"{table.name}\""  # noqa: S608 - names are ours
        for table in tables
        if set(STATEMENT) <= set(table.column_names)
    ]
    return "CREATE VIEW statements AS\n" + "\nUNION ALL ".join(parts)


def _described(metadata: Metadata) -> Mapping[str, str]:
    return {
        "name": metadata.name,
        "title": metadata.title,
        "version": metadata.version,
        "license": ", ".join(licence["name"] for licence in metadata.licenses),
        "author": metadata.author,
    }


def _write_metadata(database: sqlite3.Connection, words: Mapping[str, str]) -> None:
    database.execute("CREATE TABLE metadata (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT")
    database.executemany("INSERT INTO metadata VALUES (?, ?)", words.items())
