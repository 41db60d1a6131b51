"""`huiyi verify`: proves that a release is as it was published."""

from __future__ import annotations

from pathlib import Path

import click

from huiyi.cli.context import counted
from huiyi.values.text import escape


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, folder: Path) -> int:
    """Compare every file of the release in DIR with its manifest and its checksums.

    Finds what was changed, added, taken away or cut short, in the archive too. Exit code 1 if anything was.
    """
    from huiyi.release.verifying import NoReleaseError, verify  # noqa: PLC0415 - other commands need none of it

    shown = escape(str(folder), limit=200)
    if not folder.is_dir():
        raise click.UsageError(f"'{shown}' is not a folder; unpack an archive first", context)
    try:
        found = verify(folder)
    except NoReleaseError as error:
        inside = sorted(path.parent.name for path in folder.glob("*/manifest.json"))
        hint = f"; did you mean '{escape(str(folder / inside[-1]), limit=200)}'?" if inside else ""
        raise click.UsageError(f"'{shown}' {error}{hint}", context) from None
    for fault in found.faults:
        click.echo(escape(fault, limit=400))
    if not found.has_sums:
        click.echo(
            "SHA256SUMS is not here: compared with manifest.json alone; check the archive itself with it", err=True
        )
    version = escape(found.version, limit=40)
    if found.faults:
        click.echo(
            f"version {version}: {counted(len(found.faults), 'fault')}; this is not what was published", err=True
        )
        return 1
    click.echo(f"version {version}: {counted(found.files, 'file')}, all as published")
    return 0
