"""Another library, mlcroissant, finds the Croissant of a release sound and reads the tables by it."""

from __future__ import annotations

import csv
import warnings
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ["records", "people", "tenures", "meetings", "names", "statistics"]


@pytest.fixture(scope="module")
def dataset(toy_release: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the library's own libraries
        import mlcroissant  # noqa: PLC0415 - so that its warnings are not ours

        return mlcroissant.Dataset(str(toy_release / "croissant.json"))


def test_nothing_is_wrong_with_it_but_that_a_release_which_is_not_out_has_no_date(dataset: Any) -> None:
    issues = dataset.metadata.ctx.issues
    assert issues.errors == set()
    assert [line for line in issues.warnings if "datePublished" not in line] == []


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.filterwarnings("ignore")
def test_its_rows_are_those_of_the_csv_file(table: str, dataset: Any, toy_release: Path) -> None:
    with (toy_release / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        identifiers = [row["id"] for row in csv.DictReader(file)]
    rows = list(dataset.records(table))
    assert [row[f"{table}/id"].decode() for row in rows] == identifiers


def test_it_describes_every_table_and_column(toy_release: Path, dataset: Any) -> None:
    described = {one.id: [field.id.partition("/")[2] for field in one.fields] for one in dataset.metadata.record_sets}
    headers = {}
    for path in sorted((toy_release / "data").iterdir()):
        with path.open(encoding="utf-8", newline="") as file:
            headers[path.stem] = next(csv.reader(file))
    assert described == headers
