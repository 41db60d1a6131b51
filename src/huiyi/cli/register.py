"""`huiyi register`: adds the identifiers of a release that is being prepared to those that were released before."""

from __future__ import annotations

import click

import huiyi
from huiyi.checking import REGISTER
from huiyi.cli.context import root
from huiyi.cli.judgement import checked, show, summary
from huiyi.project import replace_file
from huiyi.register import extended, write_register
from huiyi.values.text import counted

MOST_SHOWN = 20


@click.command
@click.option("--check", "is_checking", is_flag=True, help="Write nothing; exit code 1 if an identifier is lacking.")
@click.pass_context
def command(context: click.Context, *, is_checking: bool) -> int:
    """Add every identifier of the records to curation/identifiers.lock, as released in the present version.

    For the release that is being prepared: from then on none of them may vanish. Nothing is written while the records
    have an error.
    """
    outcome = checked(context)
    errors = [finding for finding in outcome.findings if finding.severity == "error"]
    if errors:
        show(errors)
        click.echo(f"{summary(outcome, errors)}; the register stays as it is until this is mended", err=True)
        return 1
    known = outcome.corpus.register.entries
    entries = extended(outcome.corpus.register, outcome.corpus.identifiers, huiyi.__version__)
    lacking = sorted(entries.keys() - known.keys())
    if is_checking:
        for identifier in lacking[:MOST_SHOWN]:
            click.echo(f"{REGISTER} lacks '{identifier}'")
        told = f"{REGISTER} lacks {counted(len(lacking), 'identifier')}: write it with 'huiyi register'"
        click.echo(told if lacking else f"{REGISTER} holds every identifier", err=True)
        return int(bool(lacking))
    if lacking:
        replace_file(root(context) / REGISTER, write_register(entries))
    new = f"{len(lacking)} of them new in version {huiyi.__version__}"
    click.echo(f"{REGISTER}: {counted(len(entries), 'identifier')}, {new}", err=True)
    return 0
