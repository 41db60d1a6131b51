"""Writes the codebook as a page for the browser and as Markdown, with a picture of the kinds and their references."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from huiyi.package import make_codebook, make_diagram
from huiyi.project import contract_folder
from huiyi.release.templates import environment

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup

    from huiyi.package import Edition


def write_codebook(edition: Edition, folder: Path) -> None:
    """Write `codebook.html`, which needs nothing else and runs nothing, and `CODEBOOK.md`."""
    templates = environment()
    codebook, diagram = make_codebook(edition), make_diagram(edition)
    style = (contract_folder("datapackage") / "templates" / "codebook.css").read_text("utf-8")
    svg = templates.get_template("diagram.svg.jinja").render(diagram=diagram)
    known = {"codebook": codebook, "diagram": diagram, "words": {entry.name for entry in codebook.vocabularies}}
    page = templates.get_template("codebook.html.jinja").render(
        **known,
        title=edition.metadata.title,
        version=edition.metadata.version,
        # Both are our own and are put in as they are: a style that was escaped would not have its digest.
        style=_as_it_is(style),
        style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        diagram_svg=_as_it_is(svg),
    )
    (folder / "codebook.html").write_text(page, "utf-8", newline="\n")
    (folder / "CODEBOOK.md").write_text(
        templates.get_template("codebook.md.jinja").render(**known), "utf-8", newline="\n"
    )


def _as_it_is(markup: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415 - comes with the library of the templates

    return Markup(markup)  # noqa: S704 - made from our own template, which has escaped what came from records
