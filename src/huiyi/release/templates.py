"""Fills in the templates of `datapackage/templates/`; what a record says is text there and never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.checking.quality import percent
from huiyi.project import contract_folder
from huiyi.values.markdown import inert

if TYPE_CHECKING:
    import jinja2


def environment() -> jinja2.Environment:
    """Give what renders the templates by name; a value that a template names and nobody gave is an error."""
    import jinja2  # noqa: PLC0415 - one of the libraries that only a release needs

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(contract_folder("datapackage") / "templates"),
        autoescape=jinja2.select_autoescape(("html.jinja", "svg.jinja")),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"cell": cell, "share": percent}
    return made


def cell(text: Any) -> str:
    """Write a text into a cell of a Markdown table, on one line and without effect as markup."""
    return inert(str(text))
