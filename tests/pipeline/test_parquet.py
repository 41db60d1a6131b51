"""The Parquet files have the types of the columns in a form that every reader knows, and say what they mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import pytest

from huiyi.schemas import read_contract
from huiyi.tables import read_layout

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = read_layout(read_contract())
TYPES = {"string": "VARCHAR", "date": "DATE", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}


@pytest.mark.parametrize("name", LAYOUT.tables)
def test_a_file_has_the_columns_and_types_of_its_table(name: str, toy_release: Path) -> None:
    path = str(toy_release / "parquet" / f"{name}.parquet")
    found = duckdb.read_parquet(path)
    columns = LAYOUT.tables[name].columns
    assert dict(zip(found.columns, map(str, found.types), strict=True)) == {
        column.name: TYPES[column.type] for column in columns
    }
    declared = duckdb.execute("SELECT name, repetition_type FROM parquet_schema(?) OFFSET 1", [path]).fetchall()
    assert declared == [(column.name, "REQUIRED" if column.is_required else "OPTIONAL") for column in columns]


def test_a_file_is_of_the_oldest_format_compressed_as_every_reader_can(toy_release: Path) -> None:
    path = str(toy_release / "parquet" / "meetings.parquet")
    assert duckdb.execute("SELECT format_version FROM parquet_file_metadata(?)", [path]).fetchall() == [(1,)]
    assert duckdb.execute("SELECT DISTINCT compression FROM parquet_metadata(?)", [path]).fetchall() == [("SNAPPY",)]


def test_a_file_says_what_its_table_and_columns_mean_and_nothing_of_who_wrote_it(toy_release: Path) -> None:
    table = LAYOUT.tables["meetings"]
    path = str(toy_release / "parquet" / "meetings.parquet")
    pairs = duckdb.execute("SELECT key, value FROM parquet_kv_metadata(?)", [path]).fetchall()
    said = {bytes(key).decode(): bytes(value).decode() for key, value in pairs}
    assert set(said) == {"title", "description", "columns", "dataset", "version", "license"}
    assert said["description"] == table.description
    assert said["license"] == "CC-BY-4.0"
    meanings = json.loads(said["columns"])
    assert list(meanings) == list(table.column_names)
    assert all(column.description in meanings[column.name] for column in table.columns)
