"""Writes each table as one Parquet file with typed columns, which DuckDB, Spark, Trino, R and Python read as it is.

What the table and its columns mean stands in the file's key-value metadata; `columns` there is a JSON object from the
name of a column to its meaning.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from huiyi.package import parquet_path

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.package import Edition, Metadata
    from huiyi.tables import Column, Table, Tables

TITLE = "Parquet files"
NEEDS = ("pyarrow",)

TYPES = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool"}


def write(edition: Edition, folder: Path) -> None:
    """Write every table below `parquet/`; raise OSError."""
    for name in edition.tables.layout.tables:
        path = folder / parquet_path(name)
        path.parent.mkdir(exist_ok=True)
        write_parquet(edition.tables, edition.metadata, name, path)


def write_parquet(tables: Tables, metadata: Metadata, name: str, path: Path) -> None:
    """Write one table to a file; raise OSError."""
    import pyarrow as pa  # noqa: PLC0415 - only the building of a release needs it
    from pyarrow import parquet  # noqa: PLC0415 - likewise

    columns = tables.layout.tables[name].columns
    arrays = [_array(column, [row.get(column.name) for row in tables.rows[name]]) for column in columns]
    fields = [
        pa.field(column.name, array.type, nullable=not column.is_required)
        for column, array in zip(columns, arrays, strict=True)
    ]
    whole = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    # The oldest format and Snappy are what every reader knows; none of our types needs more. Arrow's own copy of the
    # schema would say nothing new.
    form = {"version": "1.0", "data_page_version": "1.0", "compression": "snappy", "store_schema": False}
    with path.open("wb") as file, parquet.ParquetWriter(file, whole.schema, **form) as writer:
        writer.write_table(whole)
        writer.add_key_value_metadata(_meaning(tables.layout.tables[name], metadata))


def _array(column: Column, values: list[Any]) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - only the building of a release needs it

    if column.type == "date":
        return pa.array(values, pa.string()).cast(pa.date32())
    return pa.array(values, pa.type_for_alias(TYPES[column.type]))


def _meaning(table: Table, metadata: Metadata) -> dict[str, str]:
    columns = {column.name: f"{column.title}. {column.description}" for column in table.columns}
    return {
        "title": table.title,
        "description": table.description,
        "columns": json.dumps(columns, ensure_ascii=False),
        "dataset": metadata.title,
        "version": metadata.version,
        "license": ", ".join(licence["name"] for licence in metadata.licenses),
    }
