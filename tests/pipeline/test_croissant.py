"""Another library, mlcroissant, finds the Croissant of a release sound and reads the tables by it."""

from __future__ import annotations

import csv
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from tests.pipeline.readers import csv_by_python, present

from huiyi.schemas import read_contract
from huiyi.tables import read_layout

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.filterwarnings("ignore")
def test_it_gives_every_value_of_every_table_with_its_type(dataset: Any, toy_release: Path) -> None:
    for name, rows in csv_by_python(toy_release, read_layout(read_contract())).items():
        found = [
            present((key.partition("/")[2], unpacked(value)) for key, value in row.items())
            for row in dataset.records(name)
        ]
        assert found == rows, name


def unpacked(value: Any) -> Any:
    """Give a text or a day as the tables have it; the library gives bytes, and midnights."""
    if isinstance(value, bytes):
        return value.decode()
    return value.date() if hasattr(value, "date") else value


def test_it_describes_every_table_and_column(toy_release: Path, dataset: Any) -> None:
    described = {one.id: [field.id.partition("/")[2] for field in one.fields] for one in dataset.metadata.record_sets}
    headers = {}
    for path in sorted((toy_release / "data").iterdir()):
        with path.open(encoding="utf-8", newline="") as file:
            headers[path.stem] = next(csv.reader(file))
    assert described == headers
