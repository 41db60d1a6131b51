"""`huiyi validate`: checks every record, or shows what concerns some of them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from huiyi.cli.context import formatted, root
from huiyi.cli.judgement import checked, show, summary
from huiyi.reports import formats
from huiyi.values.text import escape


@click.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@formatted(*formats(), shows="findings")
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], form: str) -> int:
    """Check the records; with PATHS, run the rules over these files and folders alone, and show what concerns them.

    Each finding is a line `path:line:column: severity code message (hint)`. Exit code 1 if there is an error.
    """
    home = root(context)
    chosen = [_relative(context, home, path) for path in paths]

    def is_chosen(path: str) -> bool:
        return not chosen or _is_in(path, chosen)

    outcome = checked(context, is_chosen=is_chosen)
    findings = [finding for finding in outcome.findings if is_chosen(finding.path)]
    show(findings, form)
    click.echo(summary(outcome, findings, is_chosen), err=True)
    return int(any(finding.severity == "error" for finding in findings))


def _relative(context: click.Context, home: Path, path: Path) -> str:
    """Give a path as findings show it: relative to the root, links in it not followed at its end, safe to print."""
    whole = Path(os.path.normpath(Path.cwd() / path))
    if not whole.exists() and not whole.is_symlink():
        raise click.UsageError(f"there is no '{escape(str(path), limit=200)}'", context)
    inside = whole.parent.resolve() / whole.name
    if not inside.is_relative_to(home / "curation") and inside != home:
        raise click.UsageError(f"'{escape(str(path), limit=200)}' is not in {home}/curation", context)
    return escape(_as_listed(home, inside.relative_to(home)).as_posix())


def _as_listed(home: Path, path: Path) -> Path:
    """Spell a path as its folders do: a system that does not tell capitals from small letters takes either for it."""
    found = Path()
    for name in path.parts:
        names = os.listdir(home / found)  # noqa: PTH208 - names are enough
        alike = (one for one in sorted(names) if one.casefold() == name.casefold())
        found /= name if name in names else next(alike, name)
    return found


def _is_in(path: str, chosen: list[str]) -> bool:
    return any(folder in {".", path} or path.startswith(f"{folder}/") for folder in chosen)
