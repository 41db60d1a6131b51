"""What the README shows is what the commands print."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from huiyi.cli import cli as commands
from huiyi.cli import run

if TYPE_CHECKING:
    import pytest

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text("utf-8")


def test_the_finding_that_the_readme_shows_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(
        r"^(curation/\S+?):(\d+):(\d+): error .* '(\S+)' \(did you mean '(\S+)'\?\)$", README, re.MULTILINE
    )
    assert shown
    path, line, column, wrong, right = shown.groups()
    shutil.copytree(PROJECT / "curation", tmp_path / "curation")
    record = tmp_path / path
    lines = record.read_text("utf-8").split("\n")
    before, after = lines[int(line) - 1][: int(column) - 1], lines[int(line) - 1][int(column) - 1 :]
    assert after == right
    lines[int(line) - 1] = before + wrong
    record.write_text("\n".join(lines), "utf-8")
    assert run(["--root", str(tmp_path), "validate"]) == 1
    assert shown[0] in capsys.readouterr().out.splitlines()


def test_the_readme_lists_every_command() -> None:
    named = set(re.findall(r"^\| `huiyi (\w+)", README, re.MULTILINE))
    assert named == set(commands.list_commands(click.Context(commands)))
