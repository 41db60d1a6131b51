"""Lets frictionless check a finished package, and checks itself what frictionless lets pass: misspelt properties."""

from __future__ import annotations

import json
from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING, Any

import frictionless
from jsonschema import Draft202012Validator

from huiyi.project import contract_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def refereed(folder: Path) -> Iterator[str]:
    """Give a line for each fault of the package in a folder; none for a sound one."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    closed = json.loads((contract_folder("datapackage") / "descriptor.schema.json").read_text("utf-8"))
    for error in Draft202012Validator(closed).iter_errors(descriptor):
        yield f"datapackage.json: {error.json_path}: {error.message}"
    try:
        report = _Package.from_descriptor(str(folder / "datapackage.json")).validate()
    except frictionless.FrictionlessException as exception:
        yield from (f"datapackage.json: {error.note}" for error in exception.to_errors())
        return
    yield from (f"datapackage.json: {error.note}" for error in report.errors)
    for task in report.tasks:
        yield from (f"{task.place}: {error.message}" for error in task.errors)


class _Keys(nullcontext[None]):
    """The rows of a table with nothing but their primary key, as often as they are asked for."""

    schema = None

    def __init__(self, table: Any) -> None:
        super().__init__()
        table.schema.foreign_keys = []
        key = table.schema.primary_key
        with table:
            self.row_stream = [{name: row[name] for name in key} for row in table.row_stream]

    def to_copy(self) -> _Keys:
        return self


class _Package(frictionless.Package):
    """A package that reads the keys of a table once; the library does so for each of the tables that refer to it."""

    @classmethod
    def metadata_select_class(cls, _type: str | None) -> Any:
        """Give the class of which packages are made."""
        return cls

    @cached_property
    def _keys(self) -> dict[str, _Keys]:
        return {}

    def get_resource(self, name: str) -> Any:
        """Give what a table that refers to another needs of that other."""
        if name not in self._keys:
            self._keys[name] = _Keys(super().get_resource(name).to_copy())
        return self._keys[name]
