"""`huiyi bump`: says which version the changes since another release or commit ask for, and whether it is reached."""

from __future__ import annotations

import click

from huiyi.cli.context import end


@click.command
@click.argument("old")
@click.argument("new", required=False)
@click.pass_context
def command(context: click.Context, old: str, new: str | None) -> int:
    """Say the smallest version that NEW may have after OLD, and why; NEW is by default the records as they stand.

    OLD and NEW are named as for `huiyi diff`. Exit code 1 if NEW has a smaller version, or has lost or reused an
    identifier, which no version may do.
    """
    from huiyi.differences import (  # noqa: PLC0415 - brings what other commands do not need
        compare,
        faults,
        needed,
        plain,
        reasons,
    )

    difference = compare(end(context, old), end(context, new))
    need = needed(difference)
    click.echo(f"{need.version} ({need.level})")
    for reason in reasons(difference):
        click.echo(plain(reason))
    complaints = [plain(fault) for fault in faults(difference)]
    for complaint in complaints:
        click.echo(f"huiyi bump: {complaint}", err=True)
    return int(bool(complaints))
