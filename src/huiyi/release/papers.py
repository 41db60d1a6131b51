"""Writes the papers that go with the tables: the reader's introduction, the citation, the licences."""

from __future__ import annotations

import json
from string import Template
from typing import TYPE_CHECKING, Any

from huiyi.package import citation_file, cite_as, zenodo
from huiyi.project import CARRIED, TOP, contract_folder
from huiyi.release.figures import section

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from huiyi.package import Metadata
    from huiyi.tables import Tables

OWN = ("LICENSE", "LICENSE-DATA", "CHANGELOG.md")


def write_json(value: Any, path: Path) -> None:
    """Write a value as readable JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")


def write_readme(tables: Tables, metadata: Metadata, figures: Mapping[str, Any], folder: Path) -> None:
    """Fill in the introduction that stands in `datapackage/README.template.md`."""
    template = Template((contract_folder("datapackage") / "README.template.md").read_text("utf-8"))
    counted = "".join(
        f"| `{name}` | {len(tables.rows[name])} | {table.description} |\n"
        for name, table in tables.layout.tables.items()
    )
    text = template.substitute(
        name=metadata.name,
        title=metadata.title,
        description=metadata.description,
        version=metadata.version,
        citation=cite_as(metadata),
        tables=counted,
        quality=section(figures),
    )
    (folder / "README.md").write_text(text, "utf-8", newline="\n")


def write_citations(metadata: Metadata, folder: Path) -> None:
    """Write how the release is cited: the citation file, and what Zenodo reads."""
    (folder / "CITATION.cff").write_text(citation_file(metadata), "utf-8", newline="\n")
    write_json(zenodo(metadata), folder / ".zenodo.json")


def copy_own(folder: Path) -> None:
    """Copy what the project has of its own for those who read a release: licences, changelog, the records' schemas.

    A copy ends its lines with LF, as the release does on any system, whatever a checkout made of the original.
    """
    home = CARRIED if CARRIED.is_dir() else TOP
    schemas = (home / "schemas").glob("**/*.schema.json")
    for path in (*(home / name for name in OWN), *sorted(schemas)):
        copy = folder / path.relative_to(home)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8"), "utf-8", newline="\n")
