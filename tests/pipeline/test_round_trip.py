"""Nothing that a curator wrote is lost on the way: the tables turn back into the records, from every format."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.pipeline.csv_reading import read_csv

from huiyi.checking import read
from huiyi.exports.csv_tables import write_csv
from huiyi.exports.sqlite import write_sqlite
from huiyi.package import read_metadata
from huiyi.schemas import read_contract
from huiyi.tables import make_tables, read_layout, rebuilt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.tables import Tables

TESTS = Path(__file__).resolve().parents[1]
CONTRACT = read_contract()
LAYOUT = read_layout(CONTRACT)

Records = dict[str, dict[str, Any]]
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module", params=[TESTS / "toy", TESTS.parent], ids=["toy", "real"])
def project(request: pytest.FixtureRequest) -> tuple[Records, Tables]:
    corpus, _ = read(request.param, CONTRACT, None)
    assert corpus.all_records
    return {record.id: dict(record.data) for record in corpus.all_records}, make_tables(corpus, LAYOUT)


def from_sqlite(path: Path) -> Rows:
    """Read every table of a database, with the truth values that it holds as 0 and 1 turned back."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        return {
            name: [_typed(name, row) for row in database.execute(f'SELECT * FROM "{name}"')] for name in LAYOUT.tables
        }


def _typed(name: str, row: sqlite3.Row) -> dict[str, Any]:
    truths = {column.name for column in LAYOUT.tables[name].columns if column.type == "boolean"}
    return {key: bool(row[key]) if key in truths else row[key] for key in row.keys() if row[key] is not None}  # noqa: SIM118 - a Row iterates over its values


def assert_same(found: Mapping[str, Any], records: Records) -> None:
    assert sorted(found) == sorted(records)
    for identifier, data in records.items():
        assert found[identifier] == data, identifier


def test_the_rows_turn_back_into_every_record(project: tuple[Records, Tables]) -> None:
    records, tables = project
    assert_same(rebuilt(CONTRACT, LAYOUT, tables.rows), records)


def test_the_csv_files_turn_back_into_every_record(project: tuple[Records, Tables], tmp_path: Path) -> None:
    records, tables = project
    rows: Rows = {}
    for name in LAYOUT.tables:
        write_csv(tables, name, tmp_path / f"{name}.csv")
        rows[name] = read_csv(tables, name, tmp_path / f"{name}.csv")
    assert rows == tables.rows
    assert_same(rebuilt(CONTRACT, LAYOUT, rows), records)


def test_the_database_turns_back_into_every_record(project: tuple[Records, Tables], tmp_path: Path) -> None:
    records, tables = project
    write_sqlite(tables, read_metadata("0.0.0"), tmp_path / "huiyi.sqlite")
    rows = from_sqlite(tmp_path / "huiyi.sqlite")
    assert rows == tables.rows
    assert_same(rebuilt(CONTRACT, LAYOUT, rows), records)
