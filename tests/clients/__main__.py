"""`python -m tests.clients`: loads a release with libraries that did not write it, and counts what they find in it."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from tests.shown_code import answers, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
PATIENCE = 600
"""Seconds after which a client is taken to hang."""

Counts = dict[str, list[int]]
"""For each table its rows and its values: cells that are not empty."""


@dataclass(frozen=True)
class Client:
    """A library that reads a release: its name, its program, and what must be at hand for it.

    `command` prints the counts as JSON; the folder of the release takes the place of `{}`.
    """

    name: str
    command: tuple[str, ...]
    programs: tuple[str, ...] = ()
    python: str = ""
    r: str = ""
    part: str = ""
    """A part of a release that older releases lack, and without which there is nothing to read."""


CLIENTS = (
    Client("datapackage (JavaScript)", ("node", str(HERE / "datapackage.js"), "{}"), ("npm", "node")),
    Client("frictionless.js", ("node", str(HERE / "frictionless.js"), "{}"), ("npm", "node")),
    Client("datapackage (Python)", (sys.executable, str(HERE / "datapackage_py.py"), "{}"), python="datapackage"),
    Client("R", ("Rscript", str(HERE / "tables.R"), "{}", "base"), ("Rscript",)),
    *(
        Client(f"{name} (R)", ("Rscript", str(HERE / "tables.R"), "{}", name), ("Rscript",), r=name, part=part)
        for name, part in (("frictionless", ""), ("readr", ""), ("RSQLite", ""), ("haven", "stata"))
    ),
)
R_OF_THE_READMES = Client("R as the READMEs show it", (), ("Rscript",), r="readr")


class FailedClientError(Exception):
    """What a client said that did not read the release."""


def published(folder: Path) -> Counts:
    """Count the rows and values of each table in its CSV file; the rows must be those of the manifest."""
    counts: Counts = {}
    for path in sorted((folder / "data").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        counts[path.stem] = [len(rows), sum(cell != "" for row in rows for cell in row)]
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))["tables"]
    if listed != {name: rows for name, (rows, _) in counts.items()}:
        raise click.ClickException("manifest.json gives other tables or numbers of rows than the CSV files")
    return counts


def missing(client: Client, folder: Path) -> str:
    """Say what a client lacks here; nothing where it can be run."""
    for program in client.programs:
        if shutil.which(program) is None:
            return f"{program} is not at hand"
    if client.python and not _is_library(client.python):
        return f"the library {client.python} is not at hand"
    if client.r and _is_without(client.r):
        return f"the R package {client.r} is not at hand"
    return f"the release has no folder {client.part}" if client.part and not (folder / client.part).is_dir() else ""


def _is_library(name: str) -> bool:
    """Say whether a library can be imported; a mere folder of that name, as this project has one, is none."""
    found = importlib.util.find_spec(name)
    return found is not None and found.origin is not None


def _is_without(package: str) -> bool:
    asked = f'quit(status = !requireNamespace("{package}", quietly = TRUE))'
    return subprocess.run(["Rscript", "-e", asked], capture_output=True, check=False, timeout=PATIENCE).returncode != 0


def _said_by(command: list[str], folder: Path, environment: Mapping[str, str]) -> str:
    program = shutil.which(command[0]) or command[0]
    try:
        ended = subprocess.run(
            [program, *command[1:]],
            cwd=folder,
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise FailedClientError(f"did not end within {PATIENCE} seconds") from None
    if ended.returncode:
        raise FailedClientError(" ".join(ended.stderr.decode("utf-8", "replace").split())[-500:])
    return ended.stdout.decode("utf-8", "replace")


def differences(found: Counts, expected: Counts) -> Iterator[str]:
    """Give a line for each table that a client reads otherwise than it was published."""
    for name in sorted(found.keys() | expected.keys()):
        here, there = found.get(name), expected.get(name)
        if here != there:
            told = [f"{counts[0]} rows with {counts[1]} values" if counts else "no table" for counts in (here, there)]
            yield f"{name}: {told[0]} instead of {told[1]}"


def unanswered(release: Path) -> Iterator[str]:
    """Give each query that the READMEs show and that finds nothing or cannot be run."""
    (database,) = release.glob("*.sqlite")
    for language, code, _ in shown(release):
        if language == "sql":
            try:
                yield from (f"finds nothing: {query}" for query, rows in answers(code, database) if not rows)
            except sqlite3.Error as error:
                yield f"{error}: {code}"


def faults_of_shown_code(release: Path, spare: Path) -> Iterator[str]:
    """Run the R that the READMEs show, where readers would; give what failed."""
    (spare / "dist").mkdir()
    (spare / "dist" / release.name).symlink_to(release)
    places = {"project": spare, "release": release}
    for language, code, begins_in in shown(release):
        if language == "r":
            try:
                _said_by(["Rscript", "-e", code], places[begins_in], {"LC_ALL": "C.UTF-8"})
            except FailedClientError as error:
                yield f"of the {begins_in}: {error}"


def faults(client: Client, folder: Path, expected: Counts, modules: Path) -> list[str]:
    """Let a client read the release; give what it reads otherwise or why it failed."""
    command = [folder.as_posix() if word == "{}" else word for word in client.command]
    try:
        said = _said_by(command, folder, {"NODE_PATH": str(modules), "LC_ALL": "C.UTF-8"})
        return list(differences(json.loads(said), expected))
    except (FailedClientError, ValueError) as error:
        return [str(error)]


def installed(spare: Path) -> Path:
    """Install the JavaScript libraries, in the versions of package-lock.json, where npm is at hand."""
    if npm := shutil.which("npm"):
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, spare / name)
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        if subprocess.run([npm, "ci", *quiet], cwd=spare, check=False, stdout=subprocess.DEVNULL).returncode:
            raise click.ClickException("npm cannot install the JavaScript libraries; no client was run")
    return spare / "node_modules"


@click.command
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--at-least", default=1, show_default=True, help="So many clients must have read the release.")
def main(folder: Path | None, at_least: int) -> None:
    """Load the release in FOLDER (default: the one in dist/) with every client at hand, and compare what it finds.

    Compares tables, rows and values with the CSV files and the manifest. Exit code 1 where a client finds anything
    else, or where fewer clients than asked for were at hand.
    """
    release = (folder or only_release(PROJECT / "dist")).resolve()
    if not (release / "manifest.json").is_file():
        raise click.UsageError(f"'{release}' is no release; build one first")
    expected = published(release)
    agreeing, failed = 0, False
    with tempfile.TemporaryDirectory() as spare:
        modules = installed(Path(spare))
        for client in CLIENTS:
            if lacking := missing(client, release):
                say(client.name, [f"not run, as {lacking}"])
                continue
            wrong = faults(client, release, expected, modules)
            agreeing += not wrong
            failed = failed or bool(wrong)
            say(client.name, wrong or [f"{len(expected)} tables, all rows and values"])
        failed = _try_shown_code(release, Path(spare)) or failed
    if failed or agreeing < at_least:
        raise click.ClickException(f"{agreeing} clients read what was published, {at_least} must and none may fail")
    click.echo(f"{agreeing} clients read what was published")


def _try_shown_code(release: Path, spare: Path) -> bool:
    """Run what the READMEs show and say what came of it; give whether any of it failed."""
    silent = list(unanswered(release))
    say("SQL as the READMEs show it", silent or ["every query finds something"])
    if lacking := missing(R_OF_THE_READMES, release):
        say(R_OF_THE_READMES.name, [f"not run, as {lacking}"])
        return bool(silent)
    wrong = list(faults_of_shown_code(release, spare))
    say(R_OF_THE_READMES.name, wrong or ["runs"])
    return bool(silent or wrong)


def say(name: str, lines: Iterable[str]) -> None:
    """Say line by line what became of a client."""
    for line in lines:
        click.echo(f"{name}: {line}")


def only_release(dist: Path) -> Path:
    """Give the release that a folder holds; misuse where there is none or more than one."""
    found = sorted(path.parent for path in dist.glob("*/manifest.json"))
    if len(found) != 1:
        raise click.UsageError(f"'{dist}' holds {len(found)} releases; name one, or build one first")
    return found[0]


if __name__ == "__main__":
    main()
