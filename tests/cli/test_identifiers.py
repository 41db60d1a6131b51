"""`huiyi register` remembers what is released; `huiyi resolve` tells what an identifier stands for, then and now."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import huiyi
from huiyi.cli import run

TOY = Path(__file__).resolve().parents[1] / "toy"
REGISTER = "curation/identifiers.lock"

Capture = pytest.CaptureFixture[str]


def toy_run(*arguments: str, root: Path = TOY) -> int:
    return run(["--root", str(root), *arguments])


def resolved(capsys: Capture, *arguments: str) -> list[dict[str, Any]]:
    toy_run("resolve", "--format", "json", *arguments)
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def stems(root: Path) -> list[str]:
    """Give the identifiers of all records of a project."""
    folders = (root / "curation" / folder for folder in ("records", "vocabularies"))
    return sorted(path.stem for folder in folders for path in folder.rglob("*.yaml"))


def complaint(capsys: Capture) -> str:
    """Give the one line on stderr; nothing may stand on stdout."""
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.isascii()
    assert said.err.strip().isprintable()
    return said.err


# register


def test_register_adds_what_is_new_and_keeps_what_was(toy: Path, capsys: Capture) -> None:
    before = (toy / REGISTER).read_text("utf-8").splitlines()
    assert toy_run("register", "--check", root=toy) == 1
    said = capsys.readouterr()
    assert f"{REGISTER} lacks 'gu-yan'" in said.out.splitlines()
    assert (toy / REGISTER).read_text("utf-8").splitlines() == before
    assert toy_run("register", root=toy) == 0
    after = (toy / REGISTER).read_text("utf-8").splitlines()
    assert set(before) < set(after)
    assert {line.split()[2] for line in set(after) - set(before)} == {huiyi.__version__}
    assert [line.split()[0] for line in after] == stems(toy)
    assert toy_run("register", "--check", root=toy) == 0
    assert toy_run("validate", root=toy) == 0


def test_register_writes_the_same_bytes_each_time_and_nothing_else(toy: Path) -> None:
    assert toy_run("register", root=toy) == 0
    first = (toy / REGISTER).read_bytes()
    (toy / REGISTER).write_bytes((TOY / REGISTER).read_bytes())
    for _ in range(2):
        assert toy_run("register", root=toy) == 0
        assert (toy / REGISTER).read_bytes() == first
    assert sorted(path.name for path in (toy / "curation").iterdir()) == sorted(
        path.name for path in (TOY / "curation").iterdir()
    )


def test_the_first_release_registers_every_record(toy: Path) -> None:
    (toy / REGISTER).unlink()
    assert toy_run("register", root=toy) == 0
    lines = (toy / REGISTER).read_text("utf-8").splitlines()
    assert f"hai-lin person {huiyi.__version__}" in lines
    assert [line.split()[0] for line in lines] == stems(toy)


@pytest.mark.parametrize("option", [[], ["--check"]])
def test_register_does_nothing_while_the_records_have_an_error(toy: Path, option: list[str], capsys: Capture) -> None:
    before = (toy / REGISTER).read_bytes()
    (toy / "curation/records/redirect/hai-lin.yaml").unlink()
    assert toy_run("register", *option, root=toy) == 1
    assert f"{REGISTER}:2:1: error vanished-identifier" in capsys.readouterr().out
    assert (toy / REGISTER).read_bytes() == before


def test_an_identifier_once_registered_cannot_be_dropped(toy: Path, capsys: Capture) -> None:
    assert toy_run("register", root=toy) == 0
    (toy / "curation/records/case/boatman-who-tells-it-again.yaml").unlink()
    assert toy_run("validate", root=toy) == 1
    assert "error vanished-identifier 'boatman-who-tells-it-again'" in capsys.readouterr().out
    assert toy_run("register", root=toy) == 1


# resolve

CASES = {
    "lin-hai": ("current", 0),
    "gu-yan": ("current", 0),
    "lin-hai#name-1": ("current", 0),
    "second-conference-of-lake-surveyors#date": ("current", 0),
    "hai-lin": ("merged", 0),
    "hai-lin#name-7": ("merged", 0),
    "bay-papers": ("withdrawn", 1),
    "lin-hai#name-99": ("no such part", 1),
    "lin-hay": ("never existed", 1),
    "lin-hay#name-1": ("never existed", 1),
}
"""What each address is said to stand for first, and the exit code."""


@pytest.mark.parametrize("source", ["project", "release"])
@pytest.mark.parametrize("address", CASES)
def test_resolve_tells_what_an_identifier_stands_for(
    address: str, source: str, toy_release: Path, capsys: Capture
) -> None:
    status, code = CASES[address]
    option = ["--release", str(toy_release)] if source == "release" else []
    assert toy_run("resolve", *option, address) == code
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith(f"{address}: {status} ")
    assert said.out.count("\n") == 1


def test_project_and_release_give_the_same_answers(toy_release: Path, capsys: Capture) -> None:
    assert resolved(capsys, *CASES) == resolved(capsys, "--release", str(toy_release), *CASES)


def test_resolve_gives_the_whole_story_of_a_merged_one(capsys: Capture) -> None:
    (found,) = resolved(capsys, "hai-lin")
    assert found == {
        "address": "hai-lin",
        "status": "merged",
        "kind": "person",
        "label": "Lin Hai",
        "file": "curation/records/person/lin-hai.yaml",
        "table": "people",
        "since": "0.0.2",
        "retired_since": "0.1.0",
        "merged_into": "lin-hai",
        "reason": "The name was read with the given name first; there is one person.",
        "nearest": None,
    }


def test_resolve_names_the_table_of_a_part_and_the_nearest_part(capsys: Capture) -> None:
    name, date, lost = resolved(capsys, "lin-hai#name-1", "second-conference-of-lake-surveyors#date", "lin-hai#name-99")
    assert (name["table"], date["table"]) == ("names", "meetings")
    assert lost["nearest"].startswith("lin-hai#name-")


@pytest.mark.parametrize("listed", ["statistic_parts", "people_distinguished", "anomaly_rivals"])
def test_every_row_of_a_table_of_values_can_be_resolved(listed: str, toy_release: Path, capsys: Capture) -> None:
    rows = (toy_release / "data" / f"{listed}.csv").read_text("utf-8").splitlines()[1:]
    found = resolved(capsys, *(row.split(",")[0] for row in rows))
    assert {(one["status"], one["table"]) for one in found} == {("current", listed)}


def test_an_identifier_that_never_existed_is_answered_with_the_nearest(capsys: Capture) -> None:
    by_form, by_name, lost = resolved(capsys, "lin-hay", "lake-surveyor", "zzzzqqqq")
    assert (by_form["nearest"], by_name["nearest"], lost["nearest"]) == ("lin-hai", "lake-surveyors", None)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Lin Hai", "did you mean 'lin-hai'?"),
        ("林海", "did you mean 'lin-hai'?"),
        ("", "liu-shaoqi"),
        (" ", "liu-shaoqi"),
        ("../../etc/passwd", "liu-shaoqi"),
        ("curation/records/person/lin-hai.yaml", "is no identifier"),
        ("a\nb\x1b[2J\u202e", "is no identifier"),
        ("lin-hai#", "is no identifier"),
        ("lin-hai#Name-1", "is no identifier"),
        ("a" * 100_000, "is no identifier"),
        ("#" * 1000, "is no identifier"),
    ],
)
def test_what_is_no_identifier_is_misuse_and_told_in_a_line(typed: str, hint: str, capsys: Capture) -> None:
    assert toy_run("resolve", "--", "lin-hai", typed) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.strip().isprintable()
    assert len(said.err) < 400
    assert hint in said.err


def test_of_a_project_with_errors_resolve_says_what_it_cannot_know(toy: Path, capsys: Capture) -> None:
    (toy / "curation/records/redirect/hai-lin.yaml").unlink()
    (toy / "curation/records/person/gu-yan.yaml").write_text("id: [\n", "utf-8")
    assert toy_run("resolve", "hai-lin", "gu-yan", "gu-yan#name-1", root=toy) == 1
    vanished, unread, part = capsys.readouterr().out.splitlines()
    assert "the name of nothing now" in vanished
    assert unread.startswith("gu-yan: its file cannot be read")
    assert part.startswith("gu-yan#name-1: its file cannot be read")


def test_what_may_stand_in_a_folder_that_cannot_be_read_is_not_said_never_to_have_existed(
    toy: Path, capsys: Capture
) -> None:
    people = toy / "curation" / "records" / "person"
    people.rename(toy / "people")
    people.symlink_to(toy / "people")
    assert toy_run("resolve", "lin-hai", "zzzz", "hai-lin", root=toy) == 1
    person, unknown, _ = capsys.readouterr().out.splitlines()
    reason = "a folder of records, in which it may stand, cannot be read: see 'huiyi validate'"
    assert (person, unknown) == (f"lin-hai: {reason}", f"zzzz: {reason}")


def test_a_folder_that_is_no_release_is_misuse(toy_dist: Path, tmp_path: Path, capsys: Capture) -> None:
    for folder, hint in (
        (tmp_path / "nowhere", "there is no "),
        (tmp_path, "is no release: it holds no data/records.csv"),
        (toy_dist, f"did you mean '{toy_dist}/huiyi-{huiyi.__version__}'?"),
    ):
        assert run(["resolve", "--release", str(folder), "lin-hai"]) == 2
        assert hint in complaint(capsys)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("identifiers", b"id,kind,status\nlin-hai,person\n"),
        ("identifiers", b"id,kind,status\nlin-hai,,current\n"),
        ("identifiers", b"id,kind,status\nlin-hai,person,current,more\n"),
        ("identifiers", b'id,kind,status\n"lin-hai,person,current\n'),
        ("identifiers", b"\xff\xfe\x00"),
        ("identifiers", b""),
        ("records", b"id,kind\nlin-hai,person\n"),
    ],
)
def test_a_damaged_table_of_a_release_is_told_in_a_line(
    name: str, content: bytes, toy_release: Path, tmp_path: Path, capsys: Capture
) -> None:
    shutil.copytree(toy_release / "data", tmp_path / "data")
    (tmp_path / "data" / f"{name}.csv").write_bytes(content)
    assert run(["resolve", "--release", str(tmp_path), "lin-hai"]) == 2
    assert f"{name}.csv is not a table of a release" in complaint(capsys)


def test_a_release_that_a_stranger_has_altered_has_no_power_over_the_screen(
    toy_release: Path, tmp_path: Path, capsys: Capture
) -> None:
    shutil.copytree(toy_release / "data", tmp_path / "data")
    path = tmp_path / "data" / "identifiers.csv"
    before = path.read_text("utf-8")
    path.write_text(before.replace("The name was read", "\x1b[2J\u202eThe name"), "utf-8")
    assert path.read_text("utf-8") != before
    for option in ("text", "json"):
        assert run(["resolve", "--release", str(tmp_path), "--format", option, "hai-lin"]) == 0
        assert capsys.readouterr().out.replace("\n", "").isprintable()
