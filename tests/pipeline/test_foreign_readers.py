"""Libraries that wrote none of it read every value back: Parquet by DuckDB, Stata by ReadStat, Excel by openpyxl."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.pipeline.foreign_reading import Rows, from_parquet, from_stata, from_stata_with_pandas, from_xlsx
from tests.pipeline.test_awkward_strings import LEGAL

from huiyi.exports.parquet import write_parquet
from huiyi.exports.stata import write_stata
from huiyi.exports.xlsx import write_xlsx
from huiyi.package import read_metadata
from huiyi.tables import Column, Layout, Table, Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.pipeline.conftest import Published

METADATA = read_metadata("0.0.0")


def through_parquet(tables: Tables, folder: Path) -> Rows:
    for name in tables.layout.tables:
        write_parquet(tables, METADATA, name, folder / f"{name}.parquet")
    return from_parquet(folder, tables.layout)


def through_stata(tables: Tables, folder: Path) -> Rows:
    for name in tables.layout.tables:
        write_stata(tables, METADATA, name, folder / f"{name}.dta")
    found = from_stata(folder, tables.layout)
    assert_same(from_stata_with_pandas(folder, tables.layout), found)
    return found


def through_xlsx(tables: Tables, folder: Path) -> Rows:
    write_xlsx(tables, METADATA, folder / "book.xlsx")
    return from_xlsx(folder / "book.xlsx", tables.layout)


WAYS: list[Callable[[Tables, Path], Rows]] = [through_parquet, through_stata, through_xlsx]


def assert_same(found: Mapping[str, Any], rows: Mapping[str, Any]) -> None:
    """Hold rows against rows, value by value; Python alone takes true for 1."""
    assert list(found) == list(rows)
    for name in rows:
        assert len(found[name]) == len(rows[name]), name
        for ours, theirs in zip(rows[name], found[name], strict=True):
            assert theirs == ours, name
            assert {key for key in ours if isinstance(ours[key], bool)} == {
                key for key in theirs if isinstance(theirs[key], bool)
            }


def test_no_published_text_is_empty_so_that_empty_can_mean_no_value(published: Published) -> None:
    rows = published.edition.tables.rows
    assert [(name, row) for name in rows for row in rows[name] if "" in row.values()] == []


KINDS = ("string", "date", "integer", "number", "boolean")
COLUMNS = (Column("id", "string", "Id", "A key."), *(Column(f"a_{kind}", kind, kind, "A value.") for kind in KINDS))
SMALL = Table("small", "Small", "A table.", COLUMNS)
WHOLE = 2**53
ROW = st.fixed_dictionaries(
    {},
    optional={
        "string": LEGAL,
        "date": st.dates(date(1000, 1, 1)).map(date.isoformat),
        "integer": st.integers(-WHOLE, WHOLE),
        "number": st.floats(-WHOLE, WHOLE) | st.integers(-WHOLE, WHOLE),
        "boolean": st.booleans(),
    },
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which each example writes over the one before."""
    return tmp_path_factory.mktemp("desk")


@given(rows=st.lists(ROW, max_size=6))
@example(rows=[])
@example(rows=[{}, {}])
@example(
    rows=[
        {"string": "=cmd|' /C calc'!A0"},
        {"string": "+1"},
        {"string": "@SUM(A1)"},
        {"string": "\N{FULLWIDTH EQUALS SIGN}1"},
    ]
)
@example(
    rows=[{"string": "_x0041_"}, {"string": "<r>1</r>"}, {"string": "<r>_x0041_</r>"}, {"string": "<r> &amp; </r>"}]
)
@example(rows=[{"string": " = 1 "}, {"string": "1\n2"}, {"string": "\N{DUCK}" * 1000}, {"string": "."}])
@example(rows=[{"string": "a" * 2045}, {}])
@example(rows=[{"string": "a" * 2046}, {}, {"string": "a"}])
@example(rows=[{"string": "会" * 681}, {}])
@example(rows=[{"string": "会" * 682}, {}, {"string": "会"}])
@example(rows=[{"date": "1000-01-01"}, {"date": "1899-12-31"}, {"date": "1900-01-01"}, {"date": "1900-02-28"}])
@example(rows=[{"date": "1900-03-01"}, {"date": "1960-01-01"}, {"date": "9999-12-31"}])
@example(rows=[{"number": 0.1 + 0.2}, {"number": 1e-300}, {"number": 9007199254740991.0}, {"number": 5}])
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("through", WAYS)
def test_every_value_that_a_record_may_hold_comes_back(
    through: Callable[[Tables, Path], Rows], rows: list[dict[str, Any]], desk: Path
) -> None:
    keyed = [{"id": str(place)} | {f"a_{kind}": row[kind] for kind in row} for place, row in enumerate(rows)]
    tables = Tables(Layout({"small": SMALL}, {"small": False}), {"small": keyed})
    assert_same(through(tables, desk), tables.rows)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a file that is always full is of Linux")
def test_a_full_disk_is_an_error_with_its_reason_in_every_format() -> None:
    tables = Tables(Layout({"small": SMALL}, {"small": False}), {"small": [{"id": "a" * 30_000}]})
    full = Path("/dev/full")
    with pytest.raises(OSError, match="No space left on device"):
        write_parquet(tables, METADATA, "small", full)
    with pytest.raises(OSError, match="No space left on device"):
        write_stata(tables, METADATA, "small", full)
    with pytest.raises(OSError, match="No space left on device"):
        write_xlsx(tables, METADATA, full)
