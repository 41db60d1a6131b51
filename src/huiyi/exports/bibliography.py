"""Writes the cited works as a bibliography: CSL-JSON, BibTeX, and formatted as a reader reads it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from huiyi.package import bibtex, csl_items
from huiyi.values.markdown import inert

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.package import Edition

TITLE = "bibliography"
NEEDS = ("citeproc",)
STYLE = "harvard-cite-them-right"
HEADING = (
    "# Works cited in the sources\n\nAs far as the sources identify them; the key of `works.bib` stands in brackets.\n"
)


def write(edition: Edition, folder: Path) -> None:
    """Write `bibliography/works.json`, `works.bib` and `works.md`."""
    items = csl_items(edition.corpus)
    target = folder / "bibliography"
    target.mkdir()
    (target / "works.json").write_text(json.dumps(items, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
    (target / "works.bib").write_text(bibtex(items), "utf-8", newline="\n")
    entries = (f"\n- {inert(text)} [{key}]\n" for key, text in formatted(items))
    (target / "works.md").write_text(HEADING + "".join(entries), "utf-8", newline="\n")


def formatted(items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Give the key of each item and the item as text, in the order and the words of the style."""
    from citeproc import (  # noqa: PLC0415 - one of the libraries that only a release needs
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415 - likewise

    style = CitationStylesStyle(STYLE, validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    return [(key, _once(str(entry))) for key, entry in zip(bibliography.keys, bibliography.bibliography(), strict=True)]


def _once(entry: str) -> str:
    """Leave out the second title of a work that stands under its title, having no author; the library repeats it."""
    return re.sub(r"^(.+?) (\([^()]*\)) \1(?=[.,])", r"\1 \2", entry)
