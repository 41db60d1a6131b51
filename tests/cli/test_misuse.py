"""Whatever is typed or lies in the tree, `huiyi` answers in plain lines and an exit code, not with a traceback."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyi.cli import cli as commands
from huiyi.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

TOY = Path(__file__).resolve().parents[1] / "toy"
COMMANDS = commands.list_commands(click.Context(commands))
HOSTILE = "na\u001b[2Jme\u202e\n::error::forged%0A\r"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder, and go there."""
    folder = tmp_path / "nowhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def complaint(capsys: Capture) -> str:
    """Give the one line on stderr; nothing may stand on stdout."""
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("huiyi")
    return said.err


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_option_is_misuse(command: str, capsys: Capture) -> None:
    assert run(["--root", str(TOY), command, "--nonsense"]) == 2
    assert "--nonsense" in complaint(capsys)


def test_an_unknown_command_is_misuse(capsys: Capture) -> None:
    assert run(["validat"]) == 2
    assert "validat" in complaint(capsys)


@pytest.mark.parametrize("name", ["context", "judgement", "__init__", "../cli/validate", "validate.command", ""])
def test_a_module_that_is_no_command_is_none(name: str, capsys: Capture) -> None:
    assert run([name]) == 2
    complaint(capsys)


def test_an_unknown_format_is_misuse(capsys: Capture) -> None:
    assert run(["--root", str(TOY), "validate", "--format", "xml"]) == 2
    assert "github" in complaint(capsys)


@pytest.mark.parametrize("arguments", [["cite"], ["cite", "lake-conference"]])
def test_a_missing_argument_is_misuse(arguments: list[str], capsys: Capture) -> None:
    assert run(arguments) == 2
    assert "Missing argument" in complaint(capsys)


@pytest.mark.parametrize(
    "command",
    [["build"], ["cite", "a", "1"], ["coverage"], ["lock"], ["register"], ["resolve", "a"], ["validate"]],
)
def test_outside_any_project_a_command_is_misuse(
    command: list[str], nowhere: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIYI_SOURCES", str(nowhere))
    assert run(command) == 2
    assert "curation/" in complaint(capsys)
    assert list(nowhere.iterdir()) == []


@pytest.mark.parametrize("root", ["missing", ""], ids=["that is missing", "without curation/"])
def test_a_root_that_is_none_is_misuse(root: str, nowhere: Path, capsys: Capture) -> None:
    assert run(["--root", str(nowhere / root), "validate"]) == 2
    assert "holds no folder curation/" in complaint(capsys)


@pytest.mark.parametrize("command", [["build"], ["cite", "a", "1"], ["coverage"], ["lock"], ["validate"]])
def test_source_texts_that_are_nowhere_are_misuse(
    command: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIYI_SOURCES", "/there/is/no/such/folder")
    assert run(["--root", str(TOY), *command]) == 2
    assert "HUIYI_SOURCES" in complaint(capsys)


@pytest.mark.parametrize("path", ["/", "..", "no-such-file.yaml", "curation/../texts/lake-conference.txt", "texts"])
def test_a_path_outside_the_records_is_misuse(
    path: str, toy: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(toy)
    assert run(["validate", path]) == 2
    assert "huiyi validate: " in complaint(capsys)


@pytest.mark.skipif(os.name != "posix", reason="links are of POSIX systems")
def test_a_folder_that_cannot_be_read_takes_no_other_finding_with_it(toy: Path, capsys: Capture) -> None:
    folder = toy / "curation" / "records" / "person"
    folder.rename(toy / "people")
    folder.symlink_to(toy / "people")
    assert run(["--root", str(toy), "validate"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("curation/records/person:1:1: error link-in-tree")


@pytest.mark.parametrize("folder", ["records", "vocabularies"])
def test_a_missing_folder_is_a_finding(folder: str, toy: Path, capsys: Capture) -> None:
    shutil.rmtree(toy / "curation" / folder)
    assert run(["--root", str(toy), "validate"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"curation/{folder}:1:1: error unreadable-file")


@pytest.mark.skipif(os.name != "posix", reason="FIFOs and links are of POSIX systems")
@pytest.mark.parametrize("trouble", ["bytes", "folder", "fifo", "link", "hidden"])
def test_an_entry_that_cannot_be_read_is_one_finding(trouble: str, toy: Path, capsys: Capture) -> None:
    path = toy / "curation" / "records" / "person" / ("trouble.yaml" if trouble != "hidden" else ".trouble.yaml")
    makers: dict[str, Callable[[], object]] = {
        "bytes": lambda: path.write_bytes(b"id: \xff\n"),
        "folder": path.mkdir,
        "fifo": lambda: os.mkfifo(path),
        "link": lambda: path.symlink_to("/etc/passwd"),
        "hidden": path.touch,
    }
    makers[trouble]()
    assert run(["--root", str(toy), "validate"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"curation/records/person/{path.name}:1:")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_hostile_key_value_or_file_name_forges_no_line(form: str, toy: Path, capsys: Capture) -> None:
    folder = toy / "curation" / "records" / "person"
    folder.joinpath("a.yaml").write_text(f"id: a\nnames: []\n{json.dumps('::error::%0A' + 'k' * 400)}: 1\n", "utf-8")
    folder.joinpath("b.yaml").write_text(f"id: {json.dumps(HOSTILE)}\n", "utf-8")
    folder.joinpath(HOSTILE.replace("/", "")).write_text("id: c\n", "utf-8")
    folder.joinpath("d.yaml").write_text('id: d\n"%0A::error::forged": 1\n"a,b:c": 2\n', "utf-8")
    assert run(["--root", str(toy), "validate", "--format", form]) == 1
    shown = capsys.readouterr().out
    assert all(character.isprintable() or character == "\n" for character in shown)
    if form == "json":
        assert {Path(finding["path"]).name[:2] for finding in json.loads(shown)} == {"a.", "b.", "d.", "na"}
        return
    lines = shown.splitlines()
    place = str(folder.relative_to(toy))
    start = rf"{place}/.*:1?[0-9]:[0-9]+: error "
    if form == "github":
        start = rf"::error file={place}/[^:,]*,line=[0-9]+,col=[0-9]+,title=[a-z-]+::"
    assert lines
    assert all(re.match(start, line) and len(line) < 1500 for line in lines)
    if form == "github":
        assert re.search("%(?!25)", "".join(re.sub(start, "", line) for line in lines)) is None


def test_a_closed_pipe_ends_quietly(start: Callable[..., subprocess.Popen[bytes]], toy: Path) -> None:
    for path in (toy / "curation" / "vocabularies").iterdir():
        path.unlink()
    process = start("--root", toy, "validate")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 1
    assert "Traceback" not in complaints
    assert "BrokenPipe" not in complaints
    assert "Exception ignored" not in complaints


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is of Linux")
def test_a_full_disk_below_the_output_is_told_in_one_line(toy: Path) -> None:
    (toy / "curation" / "records" / "person" / "a.yaml").write_text("id: a\n")
    command = ["import sys; from huiyi.cli import main; main()", "--root", str(toy), "validate"]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([sys.executable, "-c", *command], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 2
    assert ended.stderr.decode().strip() == "huiyi: cannot use: No space left on device"
    assert "Traceback" not in ended.stderr.decode()


def test_arguments_that_are_not_utf_8_are_misuse(start: Callable[..., subprocess.Popen[bytes]], nowhere: Path) -> None:
    for arguments in (
        ["\udcff\udcfe"],
        ["--root", "\udcff", "validate"],
        ["explain", "\udcff"],
        ["validate", "\udcff"],
    ):
        process = start(*arguments, cwd=nowhere)
        _, complaints = process.communicate()
        assert process.returncode == 2
        assert b"Traceback" not in complaints


WORDS = st.sampled_from(
    [
        *COMMANDS,
        "--root",
        "--debug",
        "--help",
        "-h",
        "--version",
        "--format",
        "json",
        "--out",
        "--",
        "-",
        ".",
        "/",
        "curation",
        "1-2",
    ]
)
TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@given(arguments=st.lists(WORDS | TYPED, max_size=6))
@settings(max_examples=150, deadline=None)
def test_no_arguments_raise_anything(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as empty, contextlib.chdir(empty):
        assert run(arguments) in {0, 2}
        assert list(Path(empty).iterdir()) == []


@given(
    words=st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12), min_size=1, max_size=4
    )
)
@settings(max_examples=25, deadline=None)
def test_whatever_is_looked_for_cite_answers(words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HUIYI_SOURCES", str(TOY / "texts"))
        assert run(["--root", str(TOY), "cite", "--", "lake-conference", *words]) in {0, 1}
