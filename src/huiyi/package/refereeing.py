"""Lets frictionless check a finished package, and checks itself what frictionless lets pass: misspelt properties."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
    report = frictionless.validate(str(folder / "datapackage.json"))
    yield from (f"datapackage.json: {error.note}" for error in report.errors)
    for task in report.tasks:
        yield from (f"{task.place}: {error.message}" for error in task.errors)
