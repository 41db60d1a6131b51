"""Reads a published table back with the types of its columns, to hold it against the rows that it was written from."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from huiyi.tables import Tables


def read_csv(tables: Tables, name: str, path: Path) -> list[dict[str, Any]]:
    """Read a table back from a file, with the types of its columns."""
    readers: dict[str, Callable[[str], Any]] = {"integer": int, "number": _number, "boolean": "true".__eq__}
    types = {column.name: readers.get(column.type, str) for column in tables.layout.tables[name].columns}
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {column: types[column](text) for column, text in row.items() if text != ""}
            for row in csv.DictReader(file, strict=True)
        ]


def _number(text: str) -> float:
    return float(text) if set(".eE") & set(text) else int(text)
