"""Writes each table as CSV, and reads one back.

The files are UTF-8 without byte order mark, with LF, an empty cell for no value, true and false.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from huiyi.loading.plain_files import read_regular_file
from huiyi.package import csv_path
from huiyi.tables import cells
from huiyi.values.comma_separated import NotCommaSeparatedError, read_cells, write_cells

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from huiyi.package import Edition
    from huiyi.tables import Tables

TITLE = "CSV tables"
NEEDS = ()
MOST_BYTES = 1_000_000_000
"""A larger table is not read back."""


class UnreadableTableError(Exception):
    """A file that should be a table of a release and is none."""


def write(edition: Edition, folder: Path) -> None:
    """Write every table to its place in the Data Package."""
    for name in edition.tables.layout.tables:
        path = folder / csv_path(name)
        path.parent.mkdir(exist_ok=True)
        write_csv(edition.tables, name, path)


def write_csv(tables: Tables, name: str, path: Path) -> None:
    """Write one table to a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = ([_text(value) for value in row] for row in cells(tables, name))
        file.writelines(write_cells(chain([tables.layout.tables[name].column_names], rows)))


def _text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def read_csv(path: Path, required: Collection[str] = ("id",)) -> list[dict[str, str]]:
    """Read a published table: for each row its cells by column, without the empty ones.

    `required` are the columns that every row must fill. Raises UnreadableTableError where a file is there that is no
    such table, and OSError where it cannot be read.
    """
    try:
        content = read_regular_file(path, MOST_BYTES).decode("utf-8")
        columns, *rows = [cells for _, cells in read_cells(content)] or [[]]
    except (UnicodeDecodeError, NotCommaSeparatedError) as error:
        raise UnreadableTableError(f"{path.name} is not a table of a release: {error}") from error
    if not set(required) <= set(columns):
        raise UnreadableTableError(f"{path.name} is not a table of a release: it lacks columns")
    found = [{column: text for column, text in zip(columns, row, strict=False) if text != ""} for row in rows]
    if any(len(row) != len(columns) for row in rows) or any(not set(required) <= row.keys() for row in found):
        raise UnreadableTableError(f"{path.name} is not a table of a release: a row lacks cells")
    return found
