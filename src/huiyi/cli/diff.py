"""`huiyi diff`: says what differs between two releases, two commits, or one of them and the records as they stand."""

from __future__ import annotations

import click

from huiyi.cli.context import end, formatted
from huiyi.differences import compare, faces, render


@click.command
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@formatted(*faces(), shows="differences")
@click.pass_context
def command(context: click.Context, old: str, new: str | None, form: str) -> int:
    """Say what differs from OLD to NEW: people, meetings, other records, tables.

    Each is a release (its folder or zip archive, or its version), a commit, tag or branch, or a folder that holds
    curation/. OLD is by default the last commit, NEW the records as they stand. Exit code 0, whether or not anything
    differs; 1 if records of an end cannot be read.
    """
    difference = compare(end(context, old), end(context, new))
    for line in render(form, difference):
        click.echo(line)
    return 0
