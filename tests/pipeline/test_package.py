"""The published package is sound by its own rules, by the Data Package standard, and where no referee looks."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any

import frictionless
import pytest
from jsonschema.validators import validator_for

from huiyi.package.refereeing import refereed

PROFILES = Path(__file__).resolve().parent / "profiles"
Descriptor = dict[str, Any]


@pytest.fixture(scope="module")
def descriptor(toy_release: Path) -> Descriptor:
    found: Descriptor = json.loads((toy_release / "datapackage.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def rows(toy_release: Path, descriptor: Descriptor) -> dict[str, list[dict[str, str]]]:
    found = {}
    for resource in descriptor["resources"]:
        with (toy_release / resource["path"]).open(encoding="utf-8", newline="") as file:
            found[resource["name"]] = list(csv.DictReader(file, strict=True))
    return found


@pytest.fixture
def small(toy_release: Path, descriptor: Descriptor, tmp_path: Path) -> Path:
    """Give a sound package of three tables, which the referee reads fast."""
    folder = tmp_path / "package"
    (folder / "data").mkdir(parents=True)
    kept = [resource for resource in descriptor["resources"] if resource["name"] in {"records", "nodes", "cases"}]
    for resource in kept:
        shutil.copyfile(toy_release / resource["path"], folder / resource["path"])
    write(folder, {**descriptor, "resources": kept})
    return folder


def write(folder: Path, descriptor: Descriptor) -> None:
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")


def resource(descriptor: Descriptor, name: str) -> Descriptor:
    found: Descriptor = next(resource for resource in descriptor["resources"] if resource["name"] == name)
    return found


@pytest.mark.parametrize("name", ["tabular-data-package-1.json", "data-package-2.json"])
def test_the_descriptor_fits_the_official_profile(name: str, descriptor: Descriptor) -> None:
    profile = json.loads((PROFILES / name).read_text("utf-8"))
    assert [error.json_path for error in validator_for(profile)(profile).iter_errors(descriptor)] == []
    broken = {**descriptor, "resources": [{"name": "records"}]}
    assert not validator_for(profile)(profile).is_valid(broken)


def test_a_sound_package_passes_the_referee(small: Path) -> None:
    assert list(refereed(small)) == []


@pytest.mark.parametrize(
    ("holder", "right", "wrong"),
    [
        ((), "licenses", "licences"),
        (("resources", 0), "mediatype", "mediaType"),
        (("resources", 0, "schema"), "primaryKey", "primarykey"),
        (("resources", 0, "schema", "fields", 0), "description", "descripton"),
        (("resources", 0, "schema", "fields", 0, "constraints"), "required", "requird"),
        (("resources", 1, "schema", "foreignKeys", 0), "reference", "references"),
    ],
)
def test_a_misspelt_property_of_the_descriptor_is_refused(
    holder: tuple[str | int, ...], right: str, wrong: str, small: Path
) -> None:
    whole = json.loads((small / "datapackage.json").read_text("utf-8"))
    part: Any = whole
    for key in holder:
        part = part[key]
    part[wrong] = part.pop(right)
    write(small, whole)
    assert any(line.startswith("datapackage.json: $") and wrong in line for line in refereed(small))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        pytest.param("nodes", "lin-hai#name-1,lin-hai,", "lin-hai#name-1,lin-hay,", id="a reference to no row"),
        pytest.param("nodes", "lin-hai#name-1,lin-hai,", "lin-hai#name-2,lin-hai,", id="a key twice"),
        pytest.param("nodes", "lin-hai#name-1,lin-hai,", "lin-hai#name-1,,", id="a required cell empty"),
        pytest.param("cases", "stated", "statd", id="a word that is not allowed"),
        pytest.param("cases", "1955-12-31", "1955-12-32", id="a day of no calendar"),
    ],
)
def test_a_wrong_cell_is_refused(name: str, right: str, wrong: str, small: Path) -> None:
    path = small / "data" / f"{name}.csv"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    whole = json.loads((small / "datapackage.json").read_text("utf-8"))
    assert any("hash" in line.casefold() or "bytes" in line.casefold() for line in refereed(small))
    del resource(whole, name)["hash"], resource(whole, name)["bytes"]
    write(small, whole)
    told = [line for line in refereed(small) if not line.startswith("datapackage.json")]
    assert told
    assert all(name in line for line in told)


def test_the_referee_tells_what_the_library_by_itself_tells(small: Path) -> None:
    records, cases = small / "data" / "records.csv", small / "data" / "cases.csv"
    header, first, *rest = records.read_text("utf-8").splitlines(keepends=True)
    records.write_text("".join([header, *rest, rest[-1]]), "utf-8")
    cases.write_text(cases.read_text("utf-8").replace("id,", "identifier,", 1), "utf-8")
    tasks = frictionless.validate(str(small / "datapackage.json")).tasks
    told = [f"{task.place}: {error.message}" for task in tasks for error in task.errors]
    lost = first.partition(",")[0]
    assert any(f'"{lost}" not found in the lookup table "records"' in line for line in told)
    assert any(line.startswith("data/cases.csv") for line in told)
    assert list(refereed(small)) == told


def test_every_row_has_a_key_of_its_own(rows: dict[str, list[dict[str, str]]]) -> None:
    for name, table in rows.items():
        keys = [row["id"] for row in table]
        assert all(keys), name
        assert len(keys) == len(set(keys)), name


def test_every_reference_of_a_row_leads_to_a_row(descriptor: Descriptor, rows: dict[str, list[dict[str, str]]]) -> None:
    keys = {name: {row["id"] for row in table} for name, table in rows.items()}
    checked = 0
    for table in descriptor["resources"]:
        for foreign in table["schema"].get("foreignKeys", ()):
            target = foreign["reference"]["resource"] or table["name"]
            (column,) = foreign["fields"]
            found = {row[column] for row in rows[table["name"]]} - {""}
            assert found <= keys[target], (table["name"], column)
            checked += len(found)
    assert checked > 100


def test_every_cell_holds_what_its_column_declares(
    descriptor: Descriptor, rows: dict[str, list[dict[str, str]]]
) -> None:
    forms = {
        "string": r"(?s).+",
        "integer": r"-?[0-9]+",
        "number": r"-?[0-9]+(\.[0-9]+)?",
        "boolean": "true|false",
        "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    }
    for table in descriptor["resources"]:
        for field in table["schema"]["fields"]:
            allowed = field.get("constraints", {}).get("enum")
            listed = [word if isinstance(word, str) else word["value"] for word in field.get("categories", ())]
            assert listed == (allowed or [])
            for cell in {row[field["name"]] for row in rows[table["name"]]} - {""}:
                assert re.fullmatch(forms[field["type"]], cell), (table["name"], field["name"], cell)
                assert allowed is None or cell in allowed


def test_the_readme_and_the_codebook_speak_of_every_table(toy_release: Path, descriptor: Descriptor) -> None:
    readme, codebook = ((toy_release / name).read_text("utf-8") for name in ("README.md", "CODEBOOK.md"))
    for table in descriptor["resources"]:
        assert f"| `{table['name']}` |" in readme
        assert f"\n## {table['name']}\n" in codebook
        for field in table["schema"]["fields"]:
            assert f"\n| `{field['name']}` | {field['type']}" in codebook
