"""`huiyi coverage`: shows for each source which lines are cited, declared empty, or not accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from huiyi.checking import read
from huiyi.cli.context import root, texts_folder
from huiyi.covering import cover
from huiyi.schemas import read_contract
from huiyi.values.text import escape

if TYPE_CHECKING:
    from huiyi.evidence.coverage import Coverage


@click.command
@click.argument("sources", nargs=-1)
@click.pass_context
def command(context: click.Context, sources: tuple[str, ...]) -> int:
    """Show which lines of the SOURCES (all of them by default) the records cite or declare empty.

    Exit code 1 if any line is not accounted for. With the source texts at hand (HUIYI_SOURCES), also shows lines of
    which a long part is not cited.
    """
    from huiyi.evidence.coverage import draw  # noqa: PLC0415 - for this command only

    corpus, _ = read(root(context), read_contract(), texts_folder(context))
    known = [record.id for record in corpus.by_kind["source"]]
    lost = [name for name, kind in corpus.unread.items() if kind == "source"]
    if lost or not known:
        reason = (
            f"the record of {', '.join(lost)} cannot be read: see 'huiyi validate'" if lost else "there are no sources"
        )
        click.echo(f"huiyi coverage: {escape(reason, limit=300)}", err=True)
        return 1
    for source in sources:
        if source not in known:
            names = ", ".join(known) or "none"
            raise click.UsageError(f"no source is called '{escape(source, limit=80)}'; there are: {names}", context)
    is_complete = True
    for source in sources or known:
        measured: Coverage | None = cover(corpus, source)
        if measured is None:
            click.echo(f"{source}: not known; neither the text nor the lock tells which lines are blank", err=True)
            is_complete = False
            continue
        is_complete = is_complete and not measured.unaccounted
        click.echo(f"{source}: {draw(measured)}")
    return int(not is_complete)
