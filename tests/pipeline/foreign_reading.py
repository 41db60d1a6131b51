"""Reads Parquet, Stata and Excel files with libraries that wrote none of them, to hold them against their rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import duckdb
import openpyxl
import pandas as pd
import pyreadstat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from huiyi.tables import Layout, Table

Rows = dict[str, list[dict[str, Any]]]


def from_parquet(folder: Path, layout: Layout) -> Rows:
    """Read the Parquet files of a folder with DuckDB."""
    found: Rows = {}
    for name in layout.tables:
        table = duckdb.read_parquet(str(folder / f"{name}.parquet"))
        found[name] = [_row(zip(table.columns, values, strict=True)) for values in table.fetchall()]
    return found


def from_stata(folder: Path, layout: Layout) -> Rows:
    """Read the Stata files of a folder with ReadStat."""
    return {
        name: _frame_rows(table, pyreadstat.read_dta(folder / f"{name}.dta")[0])
        for name, table in layout.tables.items()
    }


def from_stata_with_pandas(folder: Path, layout: Layout) -> Rows:
    """Read the Stata files of a folder with the reader of pandas."""
    return {
        name: _frame_rows(table, pd.read_stata(folder / f"{name}.dta", convert_categoricals=False))
        for name, table in layout.tables.items()
    }


def from_xlsx(path: Path, layout: Layout) -> Rows:
    """Read the sheets of a workbook with openpyxl."""
    book = openpyxl.load_workbook(path, read_only=True)
    found: Rows = {}
    for name in layout.tables:
        header, *lines = book[name].iter_rows(values_only=True)
        found[name] = [_row(zip(header, values, strict=True)) for values in lines]
    book.close()
    return found


def _row(cells: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    return {column: _plain(value) for column, value in cells if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        assert (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _frame_rows(table: Table, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the rows of a frame that Stata's types made, where an empty text is no value and a truth value a number."""
    types: Mapping[str, str] = {column.name: column.type for column in table.columns}
    assert list(frame.columns) == list(types)
    kept = frame.astype(object).where(frame.notna() & (frame != ""), None)
    return [
        {column: bool(value) if types[column] == "boolean" else value for column, value in _row(row.items()).items()}
        for row in kept.to_dict("records")
    ]
