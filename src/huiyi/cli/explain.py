"""`huiyi explain`: shows the page of a code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from huiyi.pages import page_paths, read_page
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST = ("## Wrong", "## Right")
"""Parts that show examples, which come last, and of which the first example is enough."""


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
    text = "\n".join(_told(pages[code].read_text("utf-8")))
    click.echo(text)
    if "#>" in text:
        click.echo(f"\nIn the examples `#> 7 {code}` marks a finding at column 7 of its line.")


def _told(page: str) -> Iterator[str]:
    """Give the parts of a page in the order in which they help: what, why, the cure, then an example of each sort."""
    opening, *parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    yield opening.rstrip()
    parts.sort(key=lambda part: next((place for place, head in enumerate(LAST) if part.startswith(head)), -1))
    for part in parts:
        blocks = part.split("\n```\n")
        is_example = part.startswith(LAST) and len(blocks) > 1
        yield "\n" + (f"{blocks[0]}\n```" if is_example else part.rstrip())
