"""The Excel workbook introduces itself, holds text as text, and refuses what Excel would cut."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from tests.pipeline.foreign_reading import from_xlsx

import huiyi
from huiyi.exports import BrokenRowError
from huiyi.exports.xlsx import COLUMNS, INTRODUCTION, write_xlsx
from huiyi.package import cite_as, read_metadata
from huiyi.schemas import read_contract
from huiyi.tables import Column, Layout, Table, Tables, read_layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAYOUT = read_layout(read_contract())
METADATA = read_metadata("0.0.0")
LONGEST_SHEET_NAME = 31


@pytest.fixture(scope="module")
def path(toy_release: Path) -> Path:
    return toy_release / f"{toy_release.name}.xlsx"


@pytest.fixture(scope="module")
def book(path: Path) -> Iterator[Any]:
    book = openpyxl.load_workbook(path)
    yield book
    book.close()


def one_table(rows: list[dict[str, Any]], kind: str = "string") -> Tables:
    table = Table("t", "T", "A table.", (Column("a", kind, "A", "A value."),))
    return Tables(Layout({"t": table}, {"t": False}), {"t": rows})


def test_the_name_of_every_table_can_name_a_sheet() -> None:
    names = [INTRODUCTION, COLUMNS, *LAYOUT.tables]
    assert max(map(len, names)) <= LONGEST_SHEET_NAME
    assert len({name.casefold() for name in names}) == len(names)
    assert "history" not in {name.casefold() for name in names}, "Excel keeps this name for itself"


def test_the_first_sheet_says_what_the_workbook_is_and_leads_to_every_sheet(book: Any) -> None:
    assert book.sheetnames == [INTRODUCTION, COLUMNS, *LAYOUT.tables]
    said = dict(book[INTRODUCTION].iter_rows(values_only=True))
    assert said["Title"] == METADATA.title
    assert said["Version"] == huiyi.__version__
    assert "Creative Commons" in said["Licence"]
    assert said["Cite as"] == cite_as(replace(METADATA, version=huiyi.__version__))
    links = {row[0].value: row[0].hyperlink.location for row in book[INTRODUCTION].iter_rows() if row[0].hyperlink}
    assert links == {name: f"'{name}'!A1" for name in [COLUMNS, *LAYOUT.tables]}
    assert [name for name, table in LAYOUT.tables.items() if table.description not in said[name]] == []


def test_the_second_sheet_explains_every_column(book: Any) -> None:
    _, *lines = book[COLUMNS].iter_rows(values_only=True)
    assert [line[:2] for line in lines] == [
        (name, column.name) for name, table in LAYOUT.tables.items() for column in table.columns
    ]


def test_every_sheet_has_a_fixed_header_with_a_filter_over_all_its_rows(book: Any) -> None:
    for name in LAYOUT.tables:
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_text_that_begins_like_a_formula_is_marked_as_text_and_nothing_is_a_formula(tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-1", "@a", "\N{FULLWIDTH EQUALS SIGN}1", "a=1", "1"]
    write_xlsx(one_table([{"a": text} for text in texts]), METADATA, tmp_path / "t.xlsx")
    cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "t.xlsx")["t"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [True] * 5 + [False] * 2


def test_a_number_is_never_marked_as_text(tmp_path: Path) -> None:
    write_xlsx(one_table([{"a": -5}, {"a": -0.5}], "number"), METADATA, tmp_path / "t.xlsx")
    cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "t.xlsx")["t"].iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [(-5, "n", False), (-0.5, "n", False)]


def test_a_day_is_a_date_of_excel_from_march_1900_on_and_text_before(tmp_path: Path) -> None:
    days = ["1900-02-28", "1900-03-01", "1953-09-21"]
    write_xlsx(one_table([{"a": day} for day in days], "date"), METADATA, tmp_path / "t.xlsx")
    cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "t.xlsx")["t"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [days[0], datetime(1900, 3, 1), datetime(1953, 9, 21)]  # noqa: DTZ001 - Excel knows no zones
    assert {cell.number_format for cell in cells[1:]} == {"yyyy-mm-dd"}


def test_the_longest_text_of_a_cell_comes_back_and_a_longer_one_is_refused(tmp_path: Path) -> None:
    longest = "\N{DUCK}" * 16_383 + "a"
    tables = one_table([{"a": longest}])
    write_xlsx(tables, METADATA, tmp_path / "t.xlsx")
    assert from_xlsx(tmp_path / "t.xlsx", tables.layout) == tables.rows
    for text in (longest + "a", f"<r>{'a' * 32_761}</r>"):
        with pytest.raises(BrokenRowError, match="table t: row 1 has a text longer than the 32767 of a cell"):
            write_xlsx(one_table([{"a": text}]), METADATA, tmp_path / "t.xlsx")


def test_a_table_with_more_rows_than_a_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenRowError, match="table t: 1048576 rows are more than the 1048575 that a sheet holds"):
        write_xlsx(one_table([{}] * 1_048_576), METADATA, tmp_path / "t.xlsx")


def test_the_workbook_tells_nothing_of_when_it_was_written(path: Path, book: Any) -> None:
    with zipfile.ZipFile(path) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert book.properties.created.replace(tzinfo=UTC) == datetime(1980, 1, 1, tzinfo=UTC)
    assert book.properties.modified.replace(tzinfo=UTC) == datetime(1980, 1, 1, tzinfo=UTC)
