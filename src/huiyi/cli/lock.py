"""`huiyi lock`: writes down where each cited passage stands, for those without the texts, and seals the reviews."""

from __future__ import annotations

import click

from huiyi.checking import LOCK, read
from huiyi.cli.context import root, texts_folder
from huiyi.cli.judgement import show
from huiyi.covering import cited_passages, located, page_maps
from huiyi.evidence import NotFound, write_lock
from huiyi.evidence.seals import write_seals
from huiyi.project import replace_file
from huiyi.schemas import read_contract
from huiyi.sealing import REVIEWED, seals_of
from huiyi.values.text import counted, escape


@click.command
@click.option("--seal", "anew", multiple=True, metavar="RECORD", help="Seal this review anew; may be repeated.")
@click.option("--seal-all", is_flag=True, help="Seal all reviews anew, as after a change to every record.")
@click.pass_context
def command(context: click.Context, anew: tuple[str, ...], *, seal_all: bool) -> int:
    """Write curation/evidence.lock anew. Needs the source texts (HUIYI_SOURCES).

    Of a source whose text is not at hand the lock keeps what it held before. Nothing is written while a record cannot
    be read, since its passages would be lost. The lock seals each review once: a reviewed record that has changed is
    sealed anew when its day of review is another, or when --seal says that it has been compared again.
    """
    home = root(context)
    corpus, findings = read(home, read_contract(), texts_folder(context, is_needed=True))
    in_the_way = [
        found for found in findings if found.code != "damaged-lock" and not found.code.startswith("source-copy")
    ]
    sources = corpus.by_kind["source"]
    lacking = [source.id for source in sources if source.id not in corpus.texts]
    if in_the_way or (lacking and corpus.lock.problems):
        show(findings)
        click.echo("the lock stays as it is until this is mended", err=True)
        return 1
    if strange := [name for name in anew if REVIEWED not in getattr(corpus.records.get(name), "data", ())]:
        raise click.UsageError(f"no reviewed record is called '{escape(strange[0], limit=80)}'", context)
    citing = {passage: address for found in cited_passages(corpus).values() for passage, address in found.items()}
    passages = list(citing)
    places = write_lock(passages, corpus.texts, page_maps(corpus), corpus.lock, citing)
    seals = seals_of(corpus, anew, all_anew=seal_all)
    replace_file(home / LOCK, places + write_seals(seals))
    lost = [passage for passage in passages if isinstance(located(passage, corpus), NotFound)]
    kept = len(passages) - len(lost)
    click.echo(f"{LOCK}: {counted(kept, 'passage')} of {counted(len(sources), 'source')}", err=True)
    if fresh := sum(corpus.lock.seals.get(one.record) != one for one in seals):
        click.echo(f"{counted(fresh, 'review')} sealed", err=True)
    for passage in sorted(lost, key=lambda one: one.order):
        click.echo(f"not found: {passage}; 'huiyi validate' says where it is cited", err=True)
    for source in lacking:
        click.echo(f"the text of {source} is not at hand; its passages are as they were", err=True)
    return int(bool(lost))
