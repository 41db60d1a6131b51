"""What commands need of the world around them: format, root, source texts, what to compare with, sign of progress."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from huiyi.project import NoProjectError, find_root
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from huiyi.differences import State

SOURCES = "HUIYI_SOURCES"
MANY = 500
"""So many files take long enough for a sign of progress."""


Command = TypeVar("Command", bound="Callable[..., Any]")


def formatted(*forms: str, shows: str) -> Callable[[Command], Command]:
    """Give a command the option --format, by default text; `shows` is the word of its help for what is shown."""
    choice = click.Choice(forms)
    help_text = f"How to show {shows}."
    return click.option("--format", "form", type=choice, default="text", show_default=True, help=help_text)


def root(context: click.Context) -> Path:
    """Give the project's root; misuse where there is none."""
    given: Path | None = context.obj["root"]
    if given is None:
        try:
            found = find_root(Path.cwd().resolve())
        except NoProjectError:
            message = "no folder from here upward holds curation/; go there, or name it with --root"
            raise click.UsageError(message, context) from None
    elif (given / "curation").is_dir():
        found = given.resolve()
    else:
        raise click.UsageError(f"--root '{escape(str(given), limit=200)}' holds no folder curation/", context)
    if (found / "curation").is_symlink():
        message = f"'{escape(str(found / 'curation'), limit=200)}' is a symbolic link; put the folder itself there"
        raise click.UsageError(message, context)
    return found


def texts_folder(context: click.Context, *, is_needed: bool = False) -> Path | None:
    """Give the folder of the source texts that HUIYI_SOURCES names; misuse where it is none."""
    named = os.environ.get(SOURCES, "")
    if not named:
        if is_needed:
            raise click.UsageError(f"this needs the source texts; set {SOURCES} to the folder that holds them", context)
        return None
    folder = Path(named)
    if not folder.is_dir():
        raise click.UsageError(f"{SOURCES} is '{escape(named, limit=200)}', which is not a folder", context)
    return folder


def release_folder(context: click.Context, folder: Path) -> str:
    """Give the name to show for the folder of a release; misuse where it is no folder."""
    shown = escape(str(folder), limit=200)
    if not folder.is_dir():
        reason = f"'{shown}' is not a folder; unpack an archive first" if folder.exists() else f"there is no '{shown}'"
        raise click.UsageError(reason, context)
    return shown


def release_inside(folder: Path, name: str) -> str:
    """Give as a hint the last release in a folder that is none itself, by a file that a release has; else nothing."""
    inside = sorted(folder / path.relative_to(folder).parts[0] for path in folder.glob(f"*/{name}"))
    return f"; did you mean '{escape(str(inside[-1]), limit=200)}'?" if inside else ""


def end(context: click.Context, word: str | None) -> State:
    """Read what a word names, the records as they stand where there is none; misuse where it names nothing sound."""
    from huiyi.differences import BrokenRecordsError, UnknownEndError, read_end  # noqa: PLC0415 - brings what few commands need

    try:
        return read_end(word, lambda: root(context))
    except UnknownEndError as error:
        raise click.UsageError(str(error), context) from None
    except BrokenRecordsError as error:
        click.echo(f"{context.command_path}: {error}; nothing was compared", err=True)
        raise click.exceptions.Exit(1) from None


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how far a long reading has come; give a function to be told of it."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    shown = False

    def advance(done: int, whole: int) -> None:
        nonlocal shown
        if whole >= MANY and done % 100 == 0:
            shown = True
            click.echo(f"\rreading {done} of {whole}", nl=False, err=True)

    try:
        yield advance
    finally:
        if shown:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
