"""Writes each table as CSV: UTF-8 without byte order mark, LF, an empty cell for no value, true and false."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from huiyi.package import csv_path
from huiyi.tables import cells

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.package import Edition
    from huiyi.tables import Tables

TITLE = "CSV tables"
NEEDS = ()


def write(edition: Edition, folder: Path) -> None:
    """Write every table to its place in the Data Package."""
    for name in edition.tables.layout.tables:
        path = folder / csv_path(name)
        path.parent.mkdir(exist_ok=True)
        write_csv(edition.tables, name, path)


def write_csv(tables: Tables, name: str, path: Path) -> None:
    """Write one table to a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(tables.layout.tables[name].column_names)
        writer.writerows([_text(value) for value in row] for row in cells(tables, name))


def _text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value
