"""The schema files are sound: closed, explained, with examples that fit, and in step with dates and vocabularies."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from huiyi.loading.reading import FREE_KEYS
from huiyi.project import TOP, contract_folder
from huiyi.schemas import ANY_NODE, ANY_RECORD, read_contract
from huiyi.schemas.explaining import explained
from huiyi.schemas.shapes import WORDS
from huiyi.schemas.validating import Verdict
from huiyi.tables import read_layout
from huiyi.values.dates import PATTERN
from huiyi.values.versions import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.schemas import Contract, Shape

FOLDER = contract_folder("schemas")
FILES = {path.relative_to(FOLDER).as_posix(): path for path in sorted(FOLDER.rglob("*.json"))}
SCALARS = {"string", "integer", "number", "boolean"}
ANY_TEXT = r"^\S(?:[\s\S]*\S)?$(?!\n)"
"""The pattern of free text, which may hold any digit."""
LONGEST_COLUMN = 32

Schema = dict[str, Any]


def parts(schema: Schema, place: str) -> Iterator[tuple[str, Schema]]:
    """Walk a joined schema: each mapping, list and value in it with its place."""
    yield place, schema
    for key, part in schema.get("properties", {}).items():
        yield from parts(part, f"{place}.{key}")
    if isinstance(schema.get("items"), dict):
        yield from parts(schema["items"], f"{place}[]")


def distinct() -> dict[str, Schema]:
    """Give every schema of a value once, by the first place at which it stands."""
    found: dict[str, tuple[str, Schema]] = {}
    for kind in read_contract().kinds.values():
        for place, schema in parts(kind.schema, kind.name):
            if schema["type"] in SCALARS or "x-columns" in schema:
                found.setdefault(json.dumps(schema, sort_keys=True), (place, schema))
    return dict(found.values())


VALUES = distinct()
FORMS = {(s["pattern"], s.get("format")): s for s in VALUES.values() if "pattern" in s}


def fits(schema: Schema, value: Any) -> bool:
    """Say whether a value fits by both validators; a test fails where they differ."""
    quick = Verdict(schema).fits(value)
    assert quick is (explained(schema, value) == [])
    return quick


def shapes(contract: Contract) -> Iterator[Shape]:
    stack = [kind.shape for kind in contract.kinds.values()]
    while stack:
        shape = stack.pop()
        yield shape
        stack += shape.objects.values()
        stack += [listing.shape for listing in shape.lists.values() if listing.shape]


def words(vocabulary: str) -> set[str]:
    path = TOP / "curation" / "vocabularies" / f"{vocabulary}.yaml"
    return {term["key"] for term in yaml.safe_load(path.read_text("utf-8"))["terms"]}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_a_valid_schema_of_the_draft_it_names(name: str) -> None:
    schema = json.loads(FILES[name].read_text("utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_a_file_is_named_after_its_kind_and_no_folder_or_table_is_shared(contract: Contract) -> None:
    assert {name for name in FILES if "/" not in name} == {f"{kind}.schema.json" for kind in contract.kinds}
    assert len({kind.folder for kind in contract.kinds.values()}) == len(contract.kinds)
    assert len({kind.table for kind in contract.kinds.values()}) == len(contract.kinds)


def test_every_mapping_is_closed_and_every_required_key_is_a_key(contract: Contract) -> None:
    for kind in contract.kinds.values():
        for place, schema in parts(kind.schema, kind.name):
            if schema["type"] == "object":
                assert schema["additionalProperties"] is False, place
                assert set(schema.get("required", ())) <= set(schema["properties"]), place


def test_every_part_has_a_title_and_a_description_and_every_value_an_example(contract: Contract) -> None:
    for kind in contract.kinds.values():
        for place, schema in parts(kind.schema, kind.name):
            assert schema["title"], place
            assert schema["description"].endswith("."), place
            assert "examples" in schema or place not in VALUES, place


@pytest.mark.parametrize("place", VALUES)
def test_every_example_and_usual_value_fits_its_own_schema(place: str) -> None:
    schema = VALUES[place]
    for value in [*schema["examples"], *([schema["default"]] if "default" in schema else [])]:
        assert fits(schema, value), value


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_form_refuses_what_is_wrong_and_what_a_line_break_ends(form: tuple[str, str | None]) -> None:
    schema = FORMS[form]
    right = schema["examples"][0]
    assert fits(schema, right)
    for wrong in (" ", f" {right}", f"{right} ", f"{right}\n", f"\n{right}", f"{right}\u00a0"):
        assert not fits(schema, wrong), wrong


@pytest.mark.parametrize("form", [form for form in FORMS if not form[0].startswith(WORDS)], ids=str)
def test_a_form_refuses_digits_of_another_script_and_a_few_plain_errors(form: tuple[str, str | None]) -> None:
    schema = FORMS[form]
    right = schema["examples"][0]
    arabic = right.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for wrong in (f"{right}\u0663", f"\u0663{right}", *([arabic] if arabic != right else []), "会议", f"{right}!", "A"):
        assert not fits(schema, wrong), wrong


def test_free_text_may_hold_digits_of_another_script() -> None:
    assert fits(FORMS[ANY_TEXT, None], "\u0663")


@pytest.mark.parametrize("text", ["1953-02-29", "1953-9-1", "19530921", "1953-W39-1", "1953-09", "1953-09-21T00:00"])
def test_a_day_of_review_is_a_day_of_the_calendar_in_one_form(text: str, contract: Contract) -> None:
    assert not fits(contract.kinds["person"].schema["properties"]["reviewed"], text)


def test_no_column_has_a_name_that_other_programs_would_cut(contract: Contract) -> None:
    columns = {name for table in read_layout(contract).tables.values() for name in table.column_names}
    assert {name for name in columns if len(name) > LONGEST_COLUMN} == set()


def test_wide_spaces_may_stand_only_in_fields_that_are_always_copied_from_the_source(contract: Contract) -> None:
    # Loading reads a file before it knows its kind, so it goes by the key alone. A key that is free to hold wide
    # spaces must therefore be a printed form wherever it stands. Not every printed form is free: names, titles,
    # hedges and printed numbers are single words or lines, in which a wide space is a slip of copying.
    printed: set[str] = set()
    other: set[str] = set()
    for shape in shapes(contract):
        fields = shape.fields.values()
        printed |= {field.key for field in fields if field.is_printed}
        other |= {*(field.key for field in fields if not field.is_printed), *shape.objects, *shape.lists}
    assert printed >= FREE_KEYS
    assert other.isdisjoint(FREE_KEYS)


def test_every_reference_leads_to_a_kind_or_to_a_part_that_exists(contract: Contract) -> None:
    known = {shape.name for shape in shapes(contract)} | {ANY_NODE, ANY_RECORD}
    for place, schema in VALUES.items():
        targets = schema.get("x-refers-to", [])
        assert "x-refers-to" not in schema or targets, place
        assert set(targets) <= known, place


def test_every_vocabulary_that_a_field_names_has_a_file_and_the_field_keeps_to_it() -> None:
    for place, schema in VALUES.items():
        if "x-vocabulary" in schema:
            chosen = [*schema["examples"], *([schema["default"]] if "default" in schema else [])]
            assert set(chosen) <= words(schema["x-vocabulary"]), place


def test_every_vocabulary_is_named_by_a_field_or_read_for_its_expressions_by_a_rule() -> None:
    named = {schema.get("x-vocabulary") for schema in VALUES.values()}
    rules = (path.read_text("utf-8") for path in (TOP / "src" / "huiyi" / "rules").glob("*.py"))
    named |= {word for rule in rules for word in re.findall(r'expressions\("([a-z-]+)"', rule)}
    assert {path.stem for path in (TOP / "curation" / "vocabularies").glob("*.yaml")} <= named


def test_no_mapping_has_two_lists_in_one_table(contract: Contract) -> None:
    for shape in shapes(contract):
        tables = Counter(listing.table for listing in shape.lists.values())
        assert not [table for table, count in tables.items() if count > 1], shape.name


def test_no_list_of_its_own_kind_takes_the_table_or_address_of_another(contract: Contract) -> None:
    for shape in shapes(contract):
        items = [listing.item for listing in shape.lists.values()]
        assert len(items) == len(set(items)), shape.name


def test_the_pattern_of_dates_is_the_one_that_the_program_reads_by() -> None:
    schema = json.loads(FILES["common/date.schema.json"].read_text("utf-8"))["properties"]["edtf"]
    assert (schema["pattern"], schema["format"]) == (PATTERN, "edtf")


def test_the_pattern_of_versions_is_the_one_that_the_program_reads_by() -> None:
    schema = json.loads(FILES["redirect.schema.json"].read_text("utf-8"))["properties"]["since"]
    assert schema["pattern"] == rf"^{VERSION}$(?!\n)"
