"""The form of golden facts is a closed schema, and its own examples fit it."""

from __future__ import annotations

from typing import Any

import pytest

from huiyi.project import contract_folder
from huiyi.schemas.explaining import explained
from huiyi.schemas.inlining import read_schemas
from huiyi.schemas.validating import Verdict

SCHEMA: dict[str, Any] = read_schemas(contract_folder("schemas") / "golden")["golden"]
FACT: dict[str, Any] = SCHEMA["properties"]["facts"]["items"]
PARTS = {**FACT["properties"], "source": SCHEMA["properties"]["source"]}


def test_every_mapping_but_the_conditions_is_closed() -> None:
    passage = FACT["properties"]["evidence"]["items"]
    assert [part["additionalProperties"] for part in (SCHEMA, FACT, passage)] == [False, False, False]


@pytest.mark.parametrize("key", sorted(PARTS))
def test_every_key_is_explained_and_its_examples_fit(key: str) -> None:
    schema = PARTS[key]
    assert schema["title"]
    assert schema["description"].endswith(".")
    for example in schema.get("examples", ()):
        assert Verdict(schema).fits(example)
        assert explained(schema, example) == []


@pytest.mark.parametrize("path", ["Date", "date.", ".edtf", "date..edtf", "date edtf", "date-edtf", "date\n"])
def test_a_path_is_keys_joined_by_points(path: str) -> None:
    assert not Verdict(PARTS["field"]).fits(path)
