"""The code that the READMEs show runs as it stands there, and each of its queries finds something."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import pytest
from tests.shown_code import answers, shown

if TYPE_CHECKING:
    from pathlib import Path

CHECKED_ELSEWHERE = {
    "r": "where R is at hand: nox -s clients",
    "text": "what commands print: tests/cli/test_readme.py",
    "stata": "by no one, as Stata is not free",
}
INSTALLING = "pip install"


@pytest.fixture(scope="module")
def places(real_release: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the folder where the paths of each README begin."""
    home = tmp_path_factory.mktemp("reader")
    release = shutil.copytree(real_release, home / "dist" / real_release.name)
    return {"project": home, "release": release}


def run_python(code: str, _place: Path) -> None:
    variables: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), variables)
    frames = [value for value in variables.values() if isinstance(value, pd.DataFrame)]
    assert frames
    assert all(len(frame) for frame in frames)


def run_sql(code: str, place: Path) -> None:
    (path,) = place.rglob("*.sqlite")
    found = dict(answers(code, path))
    assert found
    assert [query for query, rows in found.items() if not rows] == []


def run_shell(code: str, place: Path) -> None:
    for line in code.splitlines():
        if line.startswith(("#", INSTALLING)):
            continue
        program, _, rest = line.partition(" ")
        if program == "duckdb":
            assert duckdb.execute(rest.removeprefix('-c "').removesuffix('"')).fetchall()
        elif shutil.which(program):
            ended = subprocess.run(["/bin/sh", "-c", line], cwd=place, capture_output=True, check=False)
            assert (ended.returncode, ended.stderr) == (0, b"")
            assert ended.stdout


RUNNERS = {"python": run_python, "sql": run_sql, "sh": run_shell}


def test_every_language_shown_is_run_or_it_is_said_who_checks_it(real_release: Path) -> None:
    languages = {one.language for one in shown(real_release)}
    assert languages <= set(RUNNERS) | set(CHECKED_ELSEWHERE)
    assert set(RUNNERS) | {"r"} <= languages


def test_the_code_of_both_readmes_runs(
    real_release: Path, places: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in shown(real_release):
        if one.language in RUNNERS:
            monkeypatch.chdir(places[one.begins_in])
            RUNNERS[one.language](one.code, places[one.begins_in])
