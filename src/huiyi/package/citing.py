"""How the dataset is cited: as a sentence, as a citation file, and as the record that Zenodo makes of a release."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from huiyi.package.metadata import Metadata


def cite_as(metadata: Metadata) -> str:
    """Give the sentence to cite a release by; with its address, once there is one."""
    year = f" ({metadata.released[:4]})" if metadata.released else ""
    dataset = f"{metadata.title}. Version {metadata.version}. Data set."
    return f"{metadata.author}{year}. {dataset} {metadata.address}".strip()


def citation_file(metadata: Metadata) -> str:
    """Give the citation in the Citation File Format 1.2.0; JSON is YAML, so that it needs no YAML writer."""
    lines = [
        "cff-version: 1.2.0",
        "message: Please cite this dataset as below.",
        "type: dataset",
        f"title: {_quoted(metadata.title)}",
        f"version: {metadata.version}",
        "authors:",
        *(f"  - name: {_quoted(person['title'])}" for person in metadata.contributors),
        f"license: {metadata.licenses[0]['name']}",
        f"abstract: {_quoted(metadata.description)}",
        "keywords:",
        *(f"  - {_quoted(word)}" for word in metadata.keywords),
    ]
    if metadata.released:
        lines.append(f"date-released: {metadata.released}")
    if metadata.doi:
        lines.append(f"doi: {metadata.doi}")
    if metadata.homepage:
        lines.append(f"url: {_quoted(metadata.homepage)}")
    return "\n".join(lines) + "\n"


def zenodo(metadata: Metadata) -> dict[str, Any]:
    """Give what `.zenodo.json` says of a release."""
    said: dict[str, Any] = {
        "upload_type": "dataset",
        "access_right": "open",
        "title": metadata.title,
        "version": metadata.version,
        "description": metadata.description,
        "creators": [{"name": person["title"]} for person in metadata.contributors],
        "license": metadata.licenses[0]["name"].lower(),
        "keywords": list(metadata.keywords),
    }
    if metadata.released:
        said["publication_date"] = metadata.released
    if metadata.doi:
        said["doi"] = metadata.doi
    if metadata.homepage:
        said["related_identifiers"] = [{"identifier": metadata.homepage, "relation": "isSupplementTo"}]
    return said


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
