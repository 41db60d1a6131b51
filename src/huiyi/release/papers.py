"""Writes the papers that go with the tables: the reader's introduction, the citation, the licences."""

from __future__ import annotations

import json
import shutil
from string import Template
from typing import TYPE_CHECKING, Any

from huiyi.project import CARRIED, TOP, contract_folder
from huiyi.release.figures import section

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from huiyi.package import Metadata
    from huiyi.tables import Tables

LICENCES = ("LICENSE", "LICENSE-DATA")


def write_json(value: Any, path: Path) -> None:
    """Write a value as readable JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")


def write_readme(tables: Tables, metadata: Metadata, figures: Mapping[str, Any], folder: Path) -> None:
    """Fill in the introduction that stands in `datapackage/README.template.md`."""
    template = Template((contract_folder("datapackage") / "README.template.md").read_text("utf-8"))
    counted = "".join(
        f"| `{name}` | {len(tables.rows[name])} | {table.description} |\n"
        for name, table in tables.layout.tables.items()
    )
    address = metadata.doi or metadata.homepage
    text = template.substitute(
        name=metadata.name,
        title=metadata.title,
        description=metadata.description,
        version=metadata.version,
        author=metadata.author,
        address=f" {address}" if address else "",
        tables=counted,
        quality=section(figures),
    )
    (folder / "README.md").write_text(text, "utf-8")


def write_citation(metadata: Metadata, folder: Path) -> None:
    """Write the citation file; JSON is YAML, so the Citation File Format needs no YAML writer."""
    (folder / "CITATION.cff").write_text(citation(metadata), "utf-8")


def citation(metadata: Metadata) -> str:
    """Give the dataset's citation in the Citation File Format 1.2.0."""
    lines = [
        "cff-version: 1.2.0",
        "message: Please cite this dataset as below.",
        "type: dataset",
        f"title: {json.dumps(metadata.title, ensure_ascii=False)}",
        f"version: {metadata.version}",
        "authors:",
        *(f"  - name: {json.dumps(person['title'], ensure_ascii=False)}" for person in metadata.contributors),
        f"license: {metadata.licenses[0]['name']}",
        f"abstract: {json.dumps(metadata.description, ensure_ascii=False)}",
        "keywords:",
        *(f"  - {json.dumps(word, ensure_ascii=False)}" for word in metadata.keywords),
    ]
    if metadata.doi:
        lines.append(f"doi: {metadata.doi}")
    if metadata.homepage:
        lines.append(f"url: {metadata.homepage}")
    return "\n".join(lines) + "\n"


def copy_licences(folder: Path) -> None:
    """Copy the licences of code and data."""
    home = CARRIED if CARRIED.is_dir() else TOP
    for name in LICENCES:
        shutil.copyfile(home / name, folder / name)
