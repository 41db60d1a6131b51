"""The contract of what comes out, `datapackage/tables.json`, says what the tables are: no column changes unseen."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from huiyi.project import contract_folder
from huiyi.schemas import read_contract
from huiyi.tables import read_layout

if TYPE_CHECKING:
    from pathlib import Path

CONTRACT: dict[str, list[list[str]]] = json.loads((contract_folder("datapackage") / "tables.json").read_text("utf-8"))
LAYOUT = read_layout(read_contract())
LONGEST_NAME = 32
"""Stata reads no longer names."""


def test_the_table_contract_is_that_of_the_schemas() -> None:
    derived = {name: [[column.name, column.type] for column in table.columns] for name, table in LAYOUT.tables.items()}
    assert derived == CONTRACT, "if the change is meant, accept it with: python tests/bless.py"
    assert list(derived) == list(CONTRACT)


def test_no_table_names_a_column_twice_or_at_too_great_a_length() -> None:
    for name, columns in CONTRACT.items():
        names = [column for column, _ in columns]
        assert len(names) == len({column.casefold() for column in names}), name
        assert max(map(len, [name, *names])) <= LONGEST_NAME, name
        assert names[0] == "id"


def test_every_reference_of_a_column_leads_to_a_table() -> None:
    targets = {column.refers_to for table in LAYOUT.tables.values() for column in table.columns if column.refers_to}
    assert targets <= set(LAYOUT.tables)


def test_every_field_of_every_kind_has_a_column() -> None:
    for kind in read_contract().kinds.values():
        published = {column.path for column in LAYOUT.tables[kind.table].columns if column.path}
        fields = {(key,) for key in kind.shape.fields if key != "id"}
        nested = {(key, field) for key, part in kind.shape.objects.items() for field in part.fields}
        assert fields | nested <= published, kind.name
        assert {listing.table for listing in kind.shape.lists.values()} <= set(LAYOUT.tables), kind.name


def test_the_published_files_have_the_columns_of_the_contract(toy_release: Path) -> None:
    assert {path.stem for path in (toy_release / "data").iterdir()} == set(CONTRACT)
    for name, columns in CONTRACT.items():
        with (toy_release / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [column for column, _ in columns]
