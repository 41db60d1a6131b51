"""`huiyi explain`: shows the page of a code."""

from __future__ import annotations

import click

from huiyi.pages import page_paths, read_page
from huiyi.values.nearest import nearest
from huiyi.values.text import escape


@click.command
@click.argument("code", required=False)
@click.pass_context
def command(context: click.Context, code: str | None) -> None:
    """Explain what the CODE of a finding means and what to do; without a code, list them all."""
    pages = page_paths()
    if code is None:
        width = max(map(len, pages))
        for name, path in pages.items():
            click.echo(f"{name:<{width}}  {' '.join(read_page(path).title_sentence.split())}")
        return
    if code not in pages:
        hint = nearest(code, pages) or "'huiyi explain' lists them"
        raise click.UsageError(f"no finding has the code '{escape(code, limit=80)}'; {hint}", context)
    text = pages[code].read_text("utf-8").rstrip()
    click.echo(text)
    if "#>" in text:
        click.echo(f"\nIn the examples `#> 7 {code}` marks a finding at column 7 of its line.")
