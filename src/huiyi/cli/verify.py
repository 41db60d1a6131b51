"""`huiyi verify`: proves that a release is as it was published."""

from __future__ import annotations

from pathlib import Path

import click

from huiyi.cli.context import release_folder, release_inside
from huiyi.values.text import counted, escape


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, folder: Path) -> int:
    """Compare every file of the release in DIR with its manifest and its checksums.

    Finds what was changed, added, taken away or cut short, in the archive too. Exit code 1 if anything was.
    """
    from huiyi.release.archiving import SUMS  # noqa: PLC0415 - other commands need none of it
    from huiyi.release.manifest import MANIFEST  # noqa: PLC0415 - likewise
    from huiyi.release.verifying import NoReleaseError, verify  # noqa: PLC0415 - likewise

    shown = release_folder(context, folder)
    try:
        found = verify(folder)
    except NoReleaseError as error:
        raise click.UsageError(f"'{shown}' {error}{release_inside(folder, MANIFEST)}", context) from None
    for fault in found.faults:
        click.echo(escape(fault, limit=400))
    if not found.has_sums:
        click.echo(f"{SUMS} is not here: compared with {MANIFEST} alone; check the archive itself with it", err=True)
    version = escape(found.version, limit=40)
    if found.faults:
        click.echo(
            f"version {version}: {counted(len(found.faults), 'fault')}; this is not what was published", err=True
        )
        return 1
    click.echo(f"version {version}: {counted(found.files, 'file')}, all as published")
    return 0
