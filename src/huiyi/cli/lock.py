"""`huiyi lock`: writes down where each cited passage stands, for those who do not have the source texts."""

from __future__ import annotations

import click

from huiyi.checking import LOCK, read
from huiyi.cli.context import root, texts_folder
from huiyi.covering import cited_passages
from huiyi.evidence import write_lock
from huiyi.project import replace_file
from huiyi.schemas import read_contract


@click.command
@click.pass_context
def command(context: click.Context) -> int:
    """Write curation/evidence.lock anew. Needs the source texts (HUIYI_SOURCES).

    Of a source whose text is not at hand the lock keeps what it held before.
    """
    home = root(context)
    corpus, _ = read(home, read_contract(), texts_folder(context, is_needed=True))
    sources = corpus.by_kind["source"]
    lacking = [source.id for source in sources if source.id not in corpus.texts]
    if lacking and corpus.lock.problems:
        message = f"the lock is damaged and the text of {', '.join(lacking)} is not at hand; restore the lock first"
        raise click.UsageError(message, context)
    pages = {source.id: [(page["line"], page["page"]) for page in source.data.get("pages", ())] for source in sources}
    passages = [passage for found in cited_passages(corpus).values() for passage in found]
    replace_file(home / LOCK, write_lock(passages, corpus.texts, pages, corpus.lock))
    click.echo(f"{LOCK}: {len(passages)} passages of {len(sources)} sources", err=True)
    for source in lacking:
        click.echo(f"the text of {source} is not at hand; its passages are as they were", err=True)
    return 0
