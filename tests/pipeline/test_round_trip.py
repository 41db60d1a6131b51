"""Nothing that a curator wrote is lost on the way: every format, read back by others, gives the same records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.pipeline.readers import RECORDS, TABLES

from huiyi.exports import formats
from huiyi.schemas import read_contract
from huiyi.tables import rebuilt

if TYPE_CHECKING:
    from tests.pipeline.conftest import Published

    from huiyi.schemas import Shape


READ_ELSEWHERE = {"bibliography": "tests/pipeline/test_bibliography.py"}


def test_every_format_has_a_reader() -> None:
    assert {name for name, _ in [*TABLES, *RECORDS]} | READ_ELSEWHERE.keys() == {one.name for one in formats()}


def written(published: Published) -> dict[str, dict[str, Any]]:
    """Give each record as it is with its defaults filled in."""
    return {record.id: dict(record.data) for record in published.edition.corpus.all_records}


def test_the_rows_turn_back_into_every_record(published: Published) -> None:
    tables = published.edition.tables
    assert rebuilt(published.contract, tables.layout, tables.rows) == written(published)


@pytest.mark.parametrize("reader", TABLES, ids=" by ".join)
def test_a_format_of_tables_gives_every_cell_and_turns_back_into_every_record(
    reader: tuple[str, str], published: Published
) -> None:
    tables = published.edition.tables
    found = TABLES[reader](published.folder, tables.layout)
    assert list(found) == list(tables.rows)
    for name, rows in tables.rows.items():
        assert found[name] == rows, name
        # Python alone takes true for 1.
        assert truths(found[name]) == truths(rows), name
    assert rebuilt(published.contract, tables.layout, found) == written(published)


def truths(rows: list[dict[str, Any]]) -> list[set[str]]:
    return [{key for key, value in row.items() if isinstance(value, bool)} for row in rows]


@pytest.mark.parametrize("reader", RECORDS, ids=", ".join)
def test_a_format_of_records_gives_every_record(reader: tuple[str, str], published: Published) -> None:
    kinds = published.contract.kinds.values()
    assert RECORDS[reader](published.folder, [kind.table for kind in kinds]) == written(published)


def test_every_record_of_the_json_fits_its_schema(published: Published) -> None:
    contract = published.contract
    for kind in contract.kinds.values():
        records = json.loads((published.folder / "json" / f"{kind.table}.json").read_text("utf-8"))
        assert [record["id"] for record in records if contract.faults(kind, record)] == [], kind.name


def test_json_says_the_kind_of_each_record_and_sorts_records_and_keys(published: Published) -> None:
    lines = (published.folder / "json" / "records.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    kinds = {record.id: record.kind for record in published.edition.corpus.all_records}
    assert [record["id"] for record in records] == sorted(kinds)
    for record in records:
        kind = kinds[record["id"]]
        assert record.pop("kind") == kind.name
        assert is_in_order(kind.shape, record)


def is_in_order(shape: Shape, data: dict[str, Any]) -> bool:
    places = [shape.order.index(key) for key in data]
    parts = [(shape.objects[key], data[key]) for key in data if key in shape.objects]
    for key in data.keys() & shape.lists.keys():
        inner = shape.lists[key].shape
        parts += [(inner, item) for item in data[key] if inner is not None]
    return places == sorted(places) and all(is_in_order(inner, part) for inner, part in parts)


def test_no_record_has_a_key_that_the_lines_of_json_need() -> None:
    assert [kind.name for kind in read_contract().kinds.values() if "kind" in kind.shape.order] == []
