"""A command loads what it needs and no more: a clean tree is validated without the heavy libraries."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import huiyi

TOY = Path(__file__).resolve().parents[1] / "toy"
HEAVY = {"frictionless", "jsonschema", "numpy", "pandas", "pyarrow", "rapidfuzz", "sqlite3", "zipfile"}


def loaded(*arguments: str) -> set[str]:
    """Run a command in a process of its own and give the modules loaded at its end."""
    code = (
        f"import sys; from huiyi.cli import run; assert run({list(arguments)!r}) == 0; print(*sys.modules, sep='\\n')"
    )
    home = str(Path(huiyi.__file__).resolve().parents[1])
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": home},
    )
    return {line.partition(".")[0] for line in ended.stdout.splitlines()}


@pytest.mark.parametrize("command", ["validate", "coverage"])
def test_a_clean_tree_is_checked_without_heavy_libraries(command: str) -> None:
    assert loaded("--root", str(TOY), command) & HEAVY == set()


def test_the_version_is_told_without_the_libraries_that_read_records() -> None:
    assert loaded("--version") & (HEAVY | {"yaml", "jsonschema_rs", "pypinyin"}) == set()
