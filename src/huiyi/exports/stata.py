"""Writes each table as a Stata file (format 118, of Stata 14 and later), with labels for the table and its variables.

Days are Stata dates, truth values are 0 and 1 with the labels no and yes, numbers are doubles, which hold every number
of the records exactly. No value is Stata's missing value, and for text the empty text, which no record may hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.exports import EPOCH

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.package import Edition, Metadata
    from huiyi.tables import Row, Table, Tables

TITLE = "Stata files"
NEEDS = ("pandas",)

LONGEST_TEXT = 2045
"""Bytes that a variable of a fixed width holds; a longer text makes its variable a strL, which holds any length."""
DTYPES = {"string": "object", "date": "datetime64[s]", "integer": "float64", "number": "float64", "boolean": "boolean"}
LABELS = {0: "no", 1: "yes"}


def write(edition: Edition, folder: Path) -> None:
    """Write every table below `stata/`; raise OSError."""
    home = folder / "stata"
    home.mkdir()
    for name in edition.tables.layout.tables:
        write_stata(edition.tables, edition.metadata, name, home / f"{name}.dta")


def write_stata(tables: Tables, metadata: Metadata, name: str, path: Path) -> None:
    """Write one table to a file; raise OSError."""
    table = tables.layout.tables[name]
    typed = {kind: [column.name for column in table.columns if column.type == kind] for kind in DTYPES}
    rows = tables.rows[name]
    # Left to itself the library makes the same variables strLs, and stores in them empty texts, which Stata does not.
    long = [column for column in typed["string"] if _longest(rows, column) > LONGEST_TEXT]
    with path.open("wb") as file:
        _frame(table, rows).to_stata(
            file,
            version=118,
            byteorder="little",
            write_index=False,
            time_stamp=EPOCH,
            data_label=data_label(table, metadata),
            variable_labels={column.name: column.title for column in table.columns},
            value_labels=dict.fromkeys(typed["boolean"], LABELS),
            convert_dates=dict.fromkeys(typed["date"], "td"),
            convert_strl=long,
        )


def data_label(table: Table, metadata: Metadata) -> str:
    """Give the label of a table's file, such as `huiyi 0.1.0: Meetings`; Stata takes 80 characters."""
    return f"{metadata.name} {metadata.version}: {table.title}"


def _frame(table: Table, rows: list[Row]) -> Any:
    from pandas import DataFrame, Series  # noqa: PLC0415 - only the building of a release needs it

    return DataFrame(
        {
            column.name: Series(
                [row.get(column.name, "" if column.type == "string" else None) for row in rows],
                dtype=DTYPES[column.type],
            )
            for column in table.columns
        }
    )


def _longest(rows: list[Row], column: str) -> int:
    """Give the bytes of the longest text of a column."""
    return max((len(row.get(column, "").encode()) for row in rows), default=0)
