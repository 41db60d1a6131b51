"""`huiyi notes`: writes the notes of a release, if the changelog is ready for it."""

from __future__ import annotations

import click

import huiyi
from huiyi.checking.quality import published_quality
from huiyi.cli.context import root
from huiyi.cli.judgement import checked, summary
from huiyi.reports import render
from huiyi.values.text import escape


@click.command
@click.argument("tag", required=False)
@click.pass_context
def command(context: click.Context, tag: str | None) -> int:
    """Write the notes of the release that TAG (default: v and the version) marks, as Markdown.

    They are the section of CHANGELOG.md, which must give the day of publication that the metadata give, and figures of
    the records. Exit code 1 if the changelog is not ready or a record has an error.
    """
    from huiyi.package import read_metadata  # noqa: PLC0415 - other commands need none of it
    from huiyi.release.changelog import CHANGELOG, read_section, unready  # noqa: PLC0415 - likewise
    from huiyi.release.notes import notes  # noqa: PLC0415 - likewise

    version = huiyi.__version__
    if tag is not None and tag.removeprefix("v") != version:
        message = f"the tag '{escape(tag, limit=80)}' is not that of version {version}, which is 'v{version}'"
        raise click.UsageError(message, context)
    changelog = root(context) / CHANGELOG
    section = read_section(changelog.read_text("utf-8"), version) if changelog.is_file() else None
    metadata = read_metadata(version)
    findings = tuple(unready(section, version, metadata.released))
    if section is None or findings:
        for line in render("text", findings):
            click.echo(line, err=True)
        return 1
    outcome = checked(context, is_without_texts=True)
    if outcome.in_the_way:
        click.echo(f"{summary(outcome, outcome.in_the_way)}; a release must have none", err=True)
        return 1
    figures = published_quality(outcome.corpus, outcome.tallies, outcome.golden, outcome.coding)
    click.echo(notes(section.text, figures, metadata.release), nl=False)
    return 0
