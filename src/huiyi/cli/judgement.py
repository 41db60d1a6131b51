"""Checks the records for the commands that need them all, shows the findings, and sums them up in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from huiyi.checking import check
from huiyi.cli.context import SOURCES, progress, root, texts_folder
from huiyi.reports import render
from huiyi.schemas import read_contract
from huiyi.values.text import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from huiyi.checking import Outcome
    from huiyi.findings import Finding


def checked(
    context: click.Context, *, is_without_texts: bool = False, is_chosen: Callable[[str], bool] = lambda _path: True
) -> Outcome:
    """Check the records of the project, or those at paths that are chosen, with the source texts where at hand."""
    home = root(context)
    texts = None if is_without_texts else texts_folder(context)
    with progress() as advance:
        return check(home, read_contract(), texts, advance, is_chosen)


def show(findings: Iterable[Finding], form: str = "text") -> None:
    """Print findings in a format."""
    for line in render(form, findings):
        click.echo(line)


def summary(
    outcome: Outcome, findings: Sequence[Finding], is_chosen: Callable[[str], bool] = lambda _path: True
) -> str:
    """Give one line: how many records, of how many, how many findings, and what could not be checked."""
    paths = [record.document.path for record in outcome.corpus.all_records]
    chosen = sum(map(is_chosen, paths))
    line = f"{chosen} of " if chosen < len(paths) else ""
    line += f"{counted(len(paths), 'record')}: "
    severities = [finding.severity for finding in findings]
    counts = [counted(severities.count(severity), severity) for severity in ("error", "warning")]
    line += ", ".join(counts) if severities else "no findings"
    if outcome.not_run:
        line += (
            f"; {len(outcome.not_run)} rules did not run, as no source text is at hand ({SOURCES} names their folder)"
        )
    return line
