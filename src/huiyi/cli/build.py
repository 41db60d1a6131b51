"""`huiyi build`: publishes the records, if nothing is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

import huiyi
from huiyi.cli.context import end, root
from huiyi.cli.judgement import checked, show, summary
from huiyi.values.text import counted, escape

if TYPE_CHECKING:
    from huiyi.checking import Outcome
    from huiyi.differences import State
    from huiyi.package import Metadata

Papers = list[tuple[str, str]]
"""The names and texts of the files that go along with a release."""


@click.command
@click.option("--out", type=click.Path(path_type=Path), help="Folder to build into. Default: dist/ below the root.")
@click.option(
    "--since",
    metavar="OLD",
    help="Last release (folder, zip archive, version or tag): adds what differs, and checks version and identifiers.",
)
@click.pass_context
def command(context: click.Context, out: Path | None, since: str | None) -> int:
    """Validate all records and build the release: the records in every format, archive, checksums.

    Where anything is wrong nothing is published, and what was built before stays as it was.
    """
    home = root(context)
    target = out or home / "dist"
    if target.resolve().is_relative_to(home / "curation"):
        raise click.UsageError(
            f"'{escape(str(target), limit=200)}' lies among the records; choose another folder", context
        )
    former = None if since is None else end(context, since)
    outcome = checked(context)
    if outcome.in_the_way:
        show(outcome.in_the_way)
        click.echo(f"{summary(outcome, outcome.in_the_way)}; a release must have none: nothing was published", err=True)
        return 1
    from huiyi.package import read_metadata  # noqa: PLC0415 - building brings what a failed check does not need

    metadata = read_metadata(huiyi.__version__)
    papers, complaints = ([], []) if former is None else _compared(former, outcome, metadata)
    if complaints:
        for complaint in complaints:
            click.echo(f"huiyi build: {complaint}; nothing was published", err=True)
        return 1
    return _build(context, outcome, metadata, target, papers)


def _build(context: click.Context, outcome: Outcome, metadata: Metadata, target: Path, papers: Papers) -> int:
    """Build the release and say what was published, or why nothing was."""
    from huiyi.release import (  # noqa: PLC0415 - brings what a failed check does not need
        BrokenPackageError,
        ForeignFolderError,
        MissingLibraryError,
        build,
    )

    say = _say if sys.stderr.isatty() else lambda _stage: None
    try:
        built = build(outcome, metadata, target, say, papers)
    except MissingLibraryError as error:
        raise click.UsageError(f"{error}; nothing was published", context) from None
    except ForeignFolderError as error:
        raise click.UsageError(escape(str(error), limit=300), context) from None
    except BrokenPackageError as error:
        click.echo(f"huiyi build: {escape(str(error), limit=500)}; nothing was published", err=True)
        return 1
    except OSError as error:
        # What a full disk refuses to an open file comes without the file's name.
        place = escape(str(error.filename2 or error.filename or target), limit=200)
        message = f"cannot write to '{place}': {error.strerror}; nothing was published"
        raise click.UsageError(message, context) from None
    click.echo(summary(outcome, outcome.findings), err=True)
    folder = escape(str(built.folder), limit=4000)
    click.echo(f"{folder}: {counted(built.files, 'file')}, {built.tables} tables, {built.rows} rows")
    return 0


def _compared(former: State, outcome: Outcome, metadata: Metadata) -> tuple[Papers, list[str]]:
    """Compare the records with the last release: give the files that tell of it, and what forbids to publish."""
    from huiyi.differences import compare, faults, plain, render, state_of  # noqa: PLC0415 - only where asked for

    difference = compare(former, state_of(outcome.corpus, metadata.release, metadata.version))
    faces = {"delta.json": "json", "DIFFERENCES.md": "markdown"}
    papers = [(name, "\n".join([*render(face, difference), ""])) for name, face in faces.items()]
    return papers, [plain(fault) for fault in faults(difference)]


def _say(stage: str) -> None:
    click.echo(f"{stage} …", err=True)
