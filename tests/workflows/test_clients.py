"""The comparison with foreign clients finds what they read otherwise, and calls nothing passed that was not run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from tests.clients.__main__ import Client, differences, faults, main, missing, only_release, published

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = {"people": [4, 30], "works": [0, 0]}


def test_rows_values_and_tables_are_compared() -> None:
    assert list(differences(EXPECTED, EXPECTED)) == []
    assert list(differences({"people": [4, 29], "more": [1, 1]}, EXPECTED)) == [
        "more: 1 rows with 1 values instead of no table",
        "people: 4 rows with 29 values instead of 4 rows with 30 values",
        "works: no table instead of 0 rows with 0 values",
    ]


def test_the_counts_of_a_release_are_those_of_its_manifest(toy_release: Path) -> None:
    counts = published(toy_release)
    assert counts["people"][0] == 4
    assert counts["people"][1] > 4 * 3


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit('cannot read')", "cannot read"),
        ("print('nothing')", "Expecting value"),
        ("print('{}')", "people: no table instead of 4 rows with 30 values"),
    ],
)
def test_a_client_that_fails_or_prints_no_counts_has_not_read_the_release(code: str, said: str, tmp_path: Path) -> None:
    found = faults(Client("one", (sys.executable, "-c", code)), tmp_path, {"people": [4, 30]}, tmp_path)
    assert len(found) == 1
    assert said in found[0]


def test_what_is_not_at_hand_is_named(tmp_path: Path) -> None:
    assert missing(Client("one", (), ("no-such-program",)), tmp_path) == "no-such-program is not at hand"
    assert (
        missing(Client("one", (), python="no_such_library"), tmp_path) == "the library no_such_library is not at hand"
    )
    assert missing(Client("one", (), part="stata"), tmp_path) == "the release has no folder stata"
    assert missing(Client("one", (), (sys.executable,), python="click"), tmp_path) == ""


def test_a_folder_of_this_project_is_not_taken_for_a_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lakes").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert missing(Client("one", (), python="lakes"), tmp_path) == "the library lakes is not at hand"


def test_fewer_clients_than_asked_for_do_not_pass(toy_release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(sys, "path", [])
    ended = CliRunner().invoke(main, [str(toy_release), "--at-least", "1"])
    assert ended.exit_code == 1
    assert "R: not run, as Rscript is not at hand" in ended.output.splitlines()
    assert "Error: 0 clients read what was published, 1 must and none may fail" in ended.output.splitlines()


def test_a_folder_without_a_release_or_with_two_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="holds 0 releases"):
        only_release(tmp_path)
    for name in ("huiyi-0.1.0", "huiyi-0.2.0"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text("{}")
    with pytest.raises(click.UsageError, match="holds 2 releases"):
        only_release(tmp_path)
