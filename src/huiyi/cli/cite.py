"""`huiyi cite`: writes the evidence block for a line or a phrase of a source."""

from __future__ import annotations

import click

from huiyi.checking import read
from huiyi.cli.context import root, texts_folder
from huiyi.schemas import read_contract
from huiyi.values.text import escape


@click.command
@click.argument("source")
@click.argument("passage", nargs=-1, required=True)
@click.pass_context
def command(context: click.Context, source: str, passage: tuple[str, ...]) -> int:
    """Write the evidence block for a PASSAGE of a SOURCE: a line (27), lines (51-53) or a phrase.

    A phrase may run over line breaks; upper and lower case do not matter. Needs the source texts (HUIYI_SOURCES).
    """
    from huiyi.evidence.citing import NotCited, as_yaml, cite  # noqa: PLC0415 - brings a search that others do not need

    folder = texts_folder(context, is_needed=True)
    corpus, findings = read(root(context), read_contract(), folder)
    if source not in corpus.texts:
        about = [f"{finding.message}" for finding in findings if finding.path.endswith(f"/{source}.yaml")]
        known = ", ".join(sorted(corpus.texts)) or "none"
        reason = about[0] if about else f"the sources at hand are: {known}"
        raise click.UsageError(f"no text of '{escape(source, limit=80)}' is at hand; {reason}", context)
    found = cite(corpus.texts[source], " ".join(passage))
    if isinstance(found, NotCited):
        click.echo(f"huiyi cite: {found.reason}", err=True)
        for near in found.nearest:
            click.echo(f"  line {near.line}: {near.words}", err=True)
        return 1
    click.echo("evidence:")
    for line in as_yaml(found).splitlines():
        click.echo(f"  {line}")
    return 0
