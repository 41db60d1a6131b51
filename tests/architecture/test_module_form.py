"""Every module opens with a sentence, is short, and is found where its folder is walked."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import huiyi
from huiyi import exports
from huiyi.checking import all_rules
from huiyi.cli import NOT_COMMANDS, Commands, cli
from huiyi.differences import faces
from huiyi.reports import formats

HOME = Path(huiyi.__file__).resolve().parent
PATHS = sorted(HOME.rglob("*.py"))
LONGEST = 300
LONG_FOR_A_REASON: dict[str, str] = {}
"""Modules over the limit, each with its reason; one that is short again must go from here."""


def name(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def modules_of(folder: str) -> set[str]:
    return {path.stem for path in (HOME / folder).glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_a_module_opens_with_a_sentence(path: Path) -> None:
    opening = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n\n")[0]
    assert opening
    assert opening[0] in "`\"'" or opening[0].isupper()
    assert opening[-1] in ".:;?"


def test_no_module_is_too_long_without_a_reason() -> None:
    long = {name(path) for path in PATHS if len(path.read_text("utf-8").splitlines()) > LONGEST}
    assert long == set(LONG_FOR_A_REASON)


def test_no_module_is_named_after_nothing() -> None:
    assert {path.stem for path in PATHS} & {"utils", "util", "helpers", "misc", "common", "base", "core"} == set()


def test_nothing_is_left_to_be_done() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX:", "NotImplemented" + "Error")
    assert [name(path) for path in PATHS if any(mark in path.read_text("utf-8") for mark in marks)] == []


def test_every_rule_of_the_folder_is_a_rule() -> None:
    assert {rule.code.replace("-", "_") for rule in all_rules()} == modules_of("rules")


def test_every_report_of_the_folder_is_a_format() -> None:
    assert set(formats()) == modules_of("reports")


def test_every_way_of_the_folder_to_show_differences_is_offered() -> None:
    assert set(faces()) == modules_of("differences/faces")


def test_every_command_of_the_folder_is_a_command() -> None:
    assert isinstance(cli, Commands)
    listed = cli.list_commands(cli.make_context("huiyi", ["validate"], resilient_parsing=True))
    assert set(listed) == modules_of("cli") - NOT_COMMANDS


def test_every_export_of_the_folder_is_published() -> None:
    packages = {path.parent.name for path in (HOME / "exports").glob("*/__init__.py")}
    assert {one.name for one in exports.formats()} == modules_of("exports") | packages


def test_every_schema_is_a_kind_with_a_folder_of_its_own() -> None:
    from huiyi.project import contract_folder  # noqa: PLC0415 - for this test alone
    from huiyi.schemas import read_contract  # noqa: PLC0415 - likewise

    stems = {path.name.removesuffix(".schema.json") for path in contract_folder("schemas").glob("*.schema.json")}
    contract = read_contract()
    assert set(contract.kinds) == stems
    assert len(contract.by_folder) == len(contract.kinds)
