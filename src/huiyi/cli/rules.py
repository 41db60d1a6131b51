"""`huiyi rules`: shows of each rule what it did on the records, so that one that never does anything is seen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from huiyi.checking.quality import figures_of
from huiyi.cli.context import SOURCES, formatted
from huiyi.cli.judgement import checked, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.checking import Tally


@click.command
@formatted("json", "text", shows="it")
@click.pass_context
def command(context: click.Context, form: str) -> int:
    """Show of each rule how many parts of the records it examined and how many findings it made.

    Of the findings, those that an anomaly accounts for are counted as silenced. Exit code 0, whatever the rules find.
    """
    outcome = checked(context)
    if form == "json":
        click.echo(json.dumps([dict(figures_of(tally)) for tally in outcome.tallies], indent=2))
    else:
        for line in _lines(outcome.tallies):
            click.echo(line)
    click.echo(summary(outcome, outcome.findings), err=True)
    return 0


def _lines(tallies: Sequence[Tally]) -> Iterator[str]:
    width = max(len(tally.rule.code) for tally in tallies)
    yield f"{'rule':<{width}}  severity  examined  findings  silenced"
    for tally in tallies:
        counts = (tally.examined, tally.found, tally.silenced) if tally.was_run else ("-", "-", "-")
        shown = "".join(f"{count:>8}  " for count in counts)
        yield f"{tally.rule.code:<{width}}  {tally.rule.severity:<8}  {shown}{_remark(tally)}".rstrip()


def _remark(tally: Tally) -> str:
    if not tally.was_run:
        return f"not run: needs the texts ({SOURCES})"
    remarks = ["needs the texts"] if tally.rule.needs_texts else []
    if not tally.examined:
        remarks.append("NOTHING EXAMINED")
    return ", ".join(remarks)
