"""`huiyi lock`: writes down where each cited passage stands, for those who do not have the source texts."""

from __future__ import annotations

import click

from huiyi.checking import LOCK, read
from huiyi.cli.context import counted, root, texts_folder
from huiyi.covering import cited_passages, located, page_maps
from huiyi.evidence import NotFound, write_lock
from huiyi.project import replace_file
from huiyi.reports import render
from huiyi.schemas import read_contract


@click.command
@click.pass_context
def command(context: click.Context) -> int:
    """Write curation/evidence.lock anew. Needs the source texts (HUIYI_SOURCES).

    Of a source whose text is not at hand the lock keeps what it held before. Nothing is written while a record cannot
    be read, since its passages would be lost.
    """
    home = root(context)
    corpus, findings = read(home, read_contract(), texts_folder(context, is_needed=True))
    in_the_way = [
        found for found in findings if found.code != "damaged-lock" and not found.code.startswith("source-copy")
    ]
    sources = corpus.by_kind["source"]
    lacking = [source.id for source in sources if source.id not in corpus.texts]
    if in_the_way or (lacking and corpus.lock.problems):
        for line in render("text", findings):
            click.echo(line)
        click.echo("the lock stays as it is until this is mended", err=True)
        return 1
    passages = [passage for found in cited_passages(corpus).values() for passage in found]
    replace_file(home / LOCK, write_lock(passages, corpus.texts, page_maps(corpus), corpus.lock))
    lost = [passage for passage in passages if isinstance(located(passage, corpus), NotFound)]
    kept = len(passages) - len(lost)
    click.echo(f"{LOCK}: {counted(kept, 'passage')} of {counted(len(sources), 'source')}", err=True)
    for passage in sorted(lost, key=lambda one: one.order):
        click.echo(f"not found: {passage}; 'huiyi validate' says where it is cited", err=True)
    for source in lacking:
        click.echo(f"the text of {source} is not at hand; its passages are as they were", err=True)
    return int(bool(lost))
