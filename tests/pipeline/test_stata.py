"""The Stata files keep to the limits of Stata and say what their variables mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyreadstat
import pytest
from jsonschema import Draft202012Validator

import huiyi
from huiyi.exports.stata import data_label, write_stata
from huiyi.package import read_metadata
from huiyi.schemas import read_contract
from huiyi.tables import Column, Layout, Table, Tables, read_layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from huiyi.schemas import Field, Shape

CONTRACT = read_contract()
LAYOUT = read_layout(CONTRACT)
RESERVED = {"_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_N", "_pi"}
RESERVED |= {"_pred", "_rc", "_skip", "strL", "using", "with", *(f"str{width}" for width in range(2046))}
LONGEST_LABEL = 80


def test_no_column_has_a_name_that_stata_reserves() -> None:
    assert [(name, RESERVED & set(table.column_names)) for name, table in LAYOUT.tables.items()] == [
        (name, set()) for name in LAYOUT.tables
    ]


def test_every_label_is_short_enough_for_stata() -> None:
    metadata = read_metadata("10.10.10")
    assert max(len(data_label(table, metadata)) for table in LAYOUT.tables.values()) <= LONGEST_LABEL
    assert max(len(column.title) for table in LAYOUT.tables.values() for column in table.columns) <= LONGEST_LABEL


def texts(shape: Shape) -> Iterator[Field]:
    """Give every field of text that a shape holds, at any depth."""
    listed = [listing.field for listing in shape.lists.values() if listing.field is not None]
    yield from (field for field in [*shape.fields.values(), *listed] if field.type == "string")
    parts = [listing.shape for listing in shape.lists.values() if listing.shape is not None]
    for part in [*shape.objects.values(), *parts]:
        yield from texts(part)


@pytest.mark.parametrize("kind", CONTRACT.kinds)
def test_no_schema_allows_an_empty_text_which_stata_takes_for_no_value(kind: str) -> None:
    fields = list(texts(CONTRACT.kinds[kind].shape))
    assert fields
    assert [field.key for field in fields if Draft202012Validator(field.schema).is_valid("")] == []


def test_a_file_has_labels_for_its_table_and_every_variable(toy_release: Path) -> None:
    table = LAYOUT.tables["meetings"]
    _, said = pyreadstat.read_dta(toy_release / "stata" / "meetings.dta")
    assert said.file_label == f"huiyi {huiyi.__version__}: Meetings"
    assert said.column_names_to_labels == {column.name: column.title for column in table.columns}
    assert said.variable_value_labels == {"enlarged": {0: "no", 1: "yes"}}
    assert said.original_variable_types["date_earliest"] == "%td"


def test_a_file_is_of_format_118_and_tells_nothing_of_when_it_was_written(toy_release: Path) -> None:
    content = (toy_release / "stata" / "meetings.dta").read_bytes()
    assert content.startswith(b"<stata_dta><header><release>118</release><byteorder>LSF</byteorder>")
    assert b"01 Jan 1980 00:00</timestamp>" in content


@pytest.mark.parametrize(
    ("text", "form", "count"),
    [("会" * 681 + "ab", b"%2045s", 0), ("会" * 682, b"%9s", 1)],
    ids=["of 2045 bytes", "of 2046 bytes"],
)
def test_a_variable_becomes_a_strl_where_a_text_is_longer_than_a_fixed_width_and_stores_no_empty_text(
    text: str, form: bytes, count: int, tmp_path: Path
) -> None:
    table = Table("t", "T", "A table.", (Column("id", "string", "Id", "A key."),))
    tables = Tables(Layout({"t": table}, {"t": False}), {"t": [{"id": text}, {}]})
    write_stata(tables, read_metadata("0.0.0"), "t", tmp_path / "t.dta")
    content = (tmp_path / "t.dta").read_bytes()
    assert b"<formats>" + form + b"\0" in content
    assert content.count(b"GSO") == count
    assert text.encode() in content
