"""`python -m tests.reproduce`: builds the release twice in unlike circumstances, and names every file that differs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[1]
COMMAND = "from huiyi.cli import main; main()"


class Circumstances(NamedTuple):
    """Where and how a build runs: a folder below a spare one, the mask of its files, its environment."""

    folder: str
    mask: int
    environment: dict[str, str]


EAST = Circumstances("one", 0o022, {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"})
WEST = Circumstances(
    "a folder with spaces/另一个",
    0o077,
    {
        "TZ": "America/Los_Angeles",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4242",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "SOURCE_DATE_EPOCH": "1",
        "COLUMNS": "40",
    },
)


class FailedBuildError(Exception):
    """A build that published nothing; what it said."""


def files(folder: Path) -> dict[str, Path]:
    """Give every file below a folder by its path in it."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def differences(one: Path, other: Path) -> Iterator[str]:
    """Give a line for each file that is in one of two folders only, or not the same in both."""
    first, second = files(one), files(other)
    for name in sorted(first.keys() | second.keys()):
        if name not in first or name not in second:
            yield f"{name}: only one of the builds has it"
            continue
        left, right = first[name].read_bytes(), second[name].read_bytes()
        if left != right:
            unlike = (number for number, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1])
            place = next(unlike, min(len(left), len(right)))
            yield f"{name}: differs from byte {place + 1} on"


def started(
    root: Path, spare: Path, how: Circumstances, since: str | None = None
) -> tuple[subprocess.Popen[str], Path]:
    """Start a build of a copy of the records below `root`; give its process and the folder that it builds into.

    `since` names a former release as `huiyi build` takes it, for which the copy has the history of `root` too.
    """
    place = spare / how.folder
    if since:
        subprocess.run(["git", "clone", "--quiet", "--no-checkout", root, place], check=True)
    for path in sorted((root / "curation").rglob("*"), reverse=how is WEST):
        if path.is_file():
            copy = place / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    build = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "--root", place, "build", *(["--since", since] if since else [])],
        cwd=place,
        env={**os.environ, **how.environment},
        umask=how.mask,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return build, place / "dist"


def compare(root: Path, against: Path | None, since: str | None = None) -> tuple[int, list[str]]:
    """Build twice and compare; where `against` is given, what was built into it before is one of the two.

    Gives the number of files and a line for each difference; raises FailedBuildError.
    """
    with tempfile.TemporaryDirectory() as spare:
        circumstances = (EAST, WEST) if against is None else (WEST,)
        builds = [started(root, Path(spare), how, since) for how in circumstances]
        for build, _ in builds:
            said, _ = build.communicate()
            if build.returncode:
                raise FailedBuildError(" ".join(said.split()) or f"exit code {build.returncode}")
        one, other = [folder for _, folder in builds] if against is None else (against, builds[0][1])
        return len(files(other)), list(differences(one, other))


def counted(files: int) -> str:
    """Say a number of files."""
    return "1 file" if files == 1 else f"{files} files"


@click.command
@click.option("--root", type=click.Path(path_type=Path), default=PROJECT, help="The project. Default: this one.")
@click.option(
    "--against", type=click.Path(path_type=Path), help="A folder built into before; only one build is made then."
)
@click.option("--since", help="The former release, where the releases tell what differs from it.")
def main(root: Path, against: Path | None, since: str | None) -> None:
    """Build the release twice, with another folder, time zone, locale, hash seed and mask of files each time.

    Exit code 1 if a byte differs.
    """
    if against is not None and not against.is_dir():
        raise click.UsageError(f"'{against}' is not a folder; build the release first")
    try:
        count, found = compare(root, against, since)
    except FailedBuildError as error:
        raise click.ClickException(f"a build failed: {error}") from None
    for line in found:
        click.echo(line)
    if found:
        raise click.ClickException(f"the builds differ in {counted(len(found))}; they may not be published")
    click.echo(f"{counted(count)}, the same in both builds")


if __name__ == "__main__":
    main()
