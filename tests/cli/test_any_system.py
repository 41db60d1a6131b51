"""The commands ask nothing that only POSIX systems have, and say the same in any encoding and with any line ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.cli.validate import _as_listed

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Path(__file__).resolve().parents[2]
TITLE = f"huiyi-{huiyi.__version__}"

WITHOUT_POSIX = """
import os, signal, sys
for module in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[module] = None
for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY", "geteuid", "getuid", "fork", "mkfifo", "fchown"):
    delattr(os, name)
for name in [*(name for name in vars(signal) if name.startswith("SIG") and name.isalpha()), "pthread_sigmask"]:
    if name not in {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM", "SIG_DFL", "SIG_IGN"}:
        delattr(signal, name)
for name in ("supports_dir_fd", "supports_fd", "supports_follow_symlinks"):
    setattr(os, name, set())
held = set()
def look(event, _):
    if event == "os.rename" and os.path.isdir("/proc/self/fd"):
        held.update(os.path.realpath(f"/proc/self/fd/{number}") for number in os.listdir("/proc/self/fd"))
sys.addaudithook(look)
from huiyi.cli import run
root, out = sys.argv[1:]
commands = sys.stdin.read().splitlines()
failed = [command for command in commands if run(["--root", root, *command.format(out=out).split()])]
print(failed, [path for path in held if path.startswith(out + "/.building-")])
"""
"""What Windows lacks is taken away before anything is imported. `sys.platform` stays: libraries choose by it.

Windows moves no folder of which a file is open, so that the files are listed that were open while something was moved.
"""

COMMANDS = f"""validate
coverage
quality
rules
explain link-in-tree
resolve lin-hai
cite lake-conference 3
build --out {{out}}
build --out {{out}}
verify {{out}}/{TITLE}
resolve lin-hai --release {{out}}/{TITLE}
diff {{out}}/{TITLE} {{out}}/{TITLE}/{TITLE}.zip
lock
register"""


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def faulty(toy: Path) -> Path:
    """Give a toy repository whose findings hold characters of many encodings."""
    path = toy / "curation" / "records" / "person" / "lin-hai.yaml"
    path.write_text(path.read_text("utf-8") + "湖: 1\né𠮷: 1\n", "utf-8")
    return toy


def test_without_what_only_posix_systems_have_the_commands_do_the_same(
    toy: Path, toy_dist: Path, tmp_path: Path
) -> None:
    before = everything(toy)
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_POSIX, str(toy), str(tmp_path / "dist")],
        input=COMMANDS,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src"), "HUIYI_SOURCES": str(toy / "texts")},
    )
    assert ended.stdout.endswith("[] []\n"), ended.stderr
    assert ended.returncode == 0
    assert everything(tmp_path / "dist") == everything(toy_dist)
    assert everything(toy).keys() == before.keys()


COMMANDS_THAT_SHOW = [
    ("validate",),
    ("validate", "--format", "json"),
    ("cite", "lake-conference", "林海"),
    ("resolve", "lin-hai", "林海"),
    ("diff", "{toy}", "--format", "json"),
    ("diff", "{toy}"),
]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("command", COMMANDS_THAT_SHOW, ids=" ".join)
def test_what_an_encoding_lacks_is_spelt_out(
    command: tuple[str, ...], encoding: str, faulty: Path, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    ends = []
    for one in ("utf-8", encoding):
        arguments = [word.format(toy=PROJECT / "tests" / "toy") for word in command]
        texts = str(faulty / "texts")
        running = start("--root", faulty, *arguments, PYTHONIOENCODING=one, HUIYI_SOURCES=texts)
        shown_in = "utf-8" if one == "ascii" else one  # ASCII is taken for the mistake of a system that names none
        said, complaint = (part.decode(shown_in) for part in running.communicate())
        assert "Traceback" not in complaint
        ends.append((running.returncode, said, complaint))
    (code, whole, _), (code_again, spelt, _) = ends
    assert code == code_again
    assert code in {0, 1, 2}
    if "json" in command and whole:
        assert json.loads(spelt) == json.loads(whole)
    else:
        assert len(spelt.splitlines()) == len(whole.splitlines())
        assert re.sub(r"[^\x00-\x7f]", "", whole) in re.sub(r"[^\x00-\x7f]|\\u[0-9a-f]{4}", "", spelt) or not whole


def test_a_file_or_a_program_is_given_utf_8_and_line_feeds_where_the_system_would_not(faulty: Path) -> None:
    as_on_windows = (
        "import io, sys; from huiyi.cli import main;"
        "sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='cp1252', newline='\\r\\n'); main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", as_on_windows, "--root", faulty, "validate"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
    )
    assert ended.returncode == 1
    assert "湖" in ended.stdout.decode("utf-8")
    assert b"\r" not in ended.stdout


def test_a_path_may_be_typed_as_a_system_takes_it_that_does_not_tell_capitals(toy: Path) -> None:
    typed = Path("Curation/RECORDS/Person/Lin-Hai.YAML")
    assert _as_listed(toy, typed).as_posix() == "curation/records/person/lin-hai.yaml"
    (toy / "curation" / "records" / "person" / "Lin-Hai.YAML").touch()
    assert _as_listed(toy, typed).as_posix() == "curation/records/person/Lin-Hai.YAML"


def test_a_checkout_of_git_has_the_same_bytes_where_it_is_told_to_end_lines_as_windows_does(
    toy: Path, tmp_path: Path
) -> None:
    shutil.copy(PROJECT / ".gitattributes", toy)
    before = everything(toy)
    git = [
        "git",
        "-c",
        "user.name=X",
        "-c",
        "user.email=x@example.org",
        "-c",
        "core.autocrlf=true",
        "-c",
        "core.eol=crlf",
    ]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        subprocess.run([*git, *arguments], cwd=toy, check=True)
    subprocess.run([*git, "clone", "-q", str(toy), str(tmp_path / "clone")], check=True)
    after = everything(tmp_path / "clone")
    assert {name: content for name, content in after.items() if not name.startswith(".git/")} == before


def test_a_release_is_the_same_where_the_lines_of_all_that_is_no_record_end_as_on_windows(
    toy: Path, toy_dist: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    for part in ("src", "schemas", "datapackage"):
        shutil.copytree(PROJECT / part, home / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("LICENSE", "LICENSE-DATA", "CHANGELOG.md"):
        shutil.copy(PROJECT / part, home)
    for path in home.rglob("*"):
        if path.is_file() and path.suffix in {"", ".md", ".json", ".jinja", ".css", ".py"}:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from huiyi.cli import main; main()",
            "--root",
            toy,
            "build",
            "--out",
            tmp_path / "dist",
        ],
        env={**os.environ, "PYTHONPATH": str(home / "src")},
        capture_output=True,
        check=True,
    )
    assert everything(tmp_path / "dist") == everything(toy_dist)
