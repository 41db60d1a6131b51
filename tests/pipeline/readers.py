"""Reads what a release publishes, each format with a library that did not write it, if there is one for Python.

`TABLES` are the readers of formats that hold the tables, `RECORDS` those of formats that hold the nested records. Each
is given the folder of a release. A value that is missing is a key that is missing, in whatever way the format says so.
"""

from __future__ import annotations

import csv
import json
import math
import sqlite3
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import frictionless
import pandas as pd
from tests.pipeline.foreign_reading import from_parquet, from_stata, from_stata_with_pandas, from_xlsx

from huiyi.package import csv_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from huiyi.tables import Layout, Table

Rows = dict[str, list[dict[str, Any]]]
Records = dict[str, dict[str, Any]]
PANDAS = {"string": "str", "date": "str", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def read_csv(table: Table, path: Path) -> list[dict[str, Any]]:
    """Read one CSV file with the types of its table's columns."""
    readers: dict[str, Callable[[str], Any]] = {"integer": int, "number": float, "boolean": "true".__eq__}
    types = {column.name: readers.get(column.type, str) for column in table.columns}
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {column: types[column](text) for column, text in row.items() if text != ""}
            for row in csv.DictReader(file, strict=True)
        ]


def csv_by_python(folder: Path, layout: Layout) -> Rows:
    return {name: read_csv(table, folder / csv_path(name)) for name, table in layout.tables.items()}


def csv_by_frictionless(folder: Path, layout: Layout) -> Rows:
    package: Any = frictionless.Package(str(folder / "datapackage.json"))
    assert package.resource_names == list(layout.tables)
    found = {}
    for resource in package.resources:
        rows = resource.read_rows()
        assert all(row.valid for row in rows), resource.name
        found[resource.name] = [present(row.to_dict()) for row in rows]
    return found


def csv_by_pandas(folder: Path, layout: Layout) -> Rows:
    found = {}
    for name, table in layout.tables.items():
        types: Any = {column.name: PANDAS[column.type] for column in table.columns}
        frame = pd.read_csv(folder / csv_path(name), keep_default_na=False, na_values=[""], dtype=types)
        assert list(frame.columns) == list(table.column_names)
        cells = frame.astype(object).itertuples(index=False, name=None)
        found[name] = [present(zip(table.column_names, row, strict=True)) for row in cells]
    return found


def sqlite_by_python(folder: Path, layout: Layout) -> Rows:
    """Read every table, with the truth values that are held as 0 and 1 turned back."""
    with closing(opened(folder)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name: read_sqlite(table, database) for name, table in layout.tables.items()}


def opened(folder: Path) -> sqlite3.Connection:
    """Open the database of a release for reading."""
    return sqlite3.connect(f"file:{folder / folder.name}.sqlite?mode=ro", uri=True)


def read_sqlite(table: Table, database: sqlite3.Connection) -> list[dict[str, Any]]:
    truths = {column.name for column in table.columns if column.type == "boolean"}
    cursor = database.execute(f'SELECT * FROM "{table.name}"')
    names = [column[0] for column in cursor.description]
    assert names == list(table.column_names)
    rows = (present(zip(names, row, strict=True)) for row in cursor)
    return [{key: bool(value) if key in truths else value for key, value in row.items()} for row in rows]


def json_by_kind(folder: Path, tables: Iterable[str]) -> Records:
    arrays = {name: json.loads((folder / "json" / f"{name}.json").read_text("utf-8")) for name in tables}
    return {record["id"]: record for array in arrays.values() for record in array}


def json_by_line(folder: Path, _tables: Iterable[str]) -> Records:
    lines = (folder / "json" / "records.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    records = [json.loads(line) for line in lines]
    for record in records:
        assert record.pop("kind")
    return {record["id"]: record for record in records}


def present(cells: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Give the cells that hold a value, as plain values of Python."""
    return {key: plain(value) for key, value in dict(cells).items() if not is_missing(value)}


def is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


TABLES: dict[tuple[str, str], Callable[[Path, Layout], Rows]] = {
    ("csv_tables", "csv"): csv_by_python,
    ("csv_tables", "frictionless"): csv_by_frictionless,
    ("csv_tables", "pandas"): csv_by_pandas,
    ("parquet", "duckdb"): lambda folder, layout: from_parquet(folder / "parquet", layout),
    ("sqlite", "sqlite3"): sqlite_by_python,
    ("stata", "pyreadstat"): lambda folder, layout: from_stata(folder / "stata", layout),
    ("stata", "pandas"): lambda folder, layout: from_stata_with_pandas(folder / "stata", layout),
    ("xlsx", "openpyxl"): lambda folder, layout: from_xlsx(folder / f"{folder.name}.xlsx", layout),
}
"""The readers of tables by format and library."""
RECORDS: dict[tuple[str, str], Callable[[Path, Iterable[str]], Records]] = {
    ("json_records", "a file a kind"): json_by_kind,
    ("json_records", "a line a record"): json_by_line,
}
