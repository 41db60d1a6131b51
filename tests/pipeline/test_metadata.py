"""What the dataset says of itself is said once: descriptor, Croissant, citation and Zenodo record agree."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import huiyi
from huiyi.package import citation_file, cite_as, croissant, describe, read_metadata, zenodo
from huiyi.schemas import read_contract
from huiyi.tables import read_layout

LAYOUT = read_layout(read_contract())
WEIGHED = dict.fromkeys(LAYOUT.tables, (1, "0" * 64))
OURS = read_metadata(huiyi.__version__)
BARE = replace(OURS, homepage="", doi="", released="")
PUBLISHED = replace(BARE, homepage="https://example.org/huiyi", doi="10.5555/12345678", released="2027-01-31")
ZENODO = {
    "type": "object",
    "properties": {
        "upload_type": {"const": "dataset"},
        "access_right": {"const": "open"},
        "title": {"type": "string", "minLength": 1},
        "version": {"type": "string"},
        "description": {"type": "string", "minLength": 1},
        "creators": {
            "type": "array",
            "items": {"type": "object", "properties": {"name": {"type": "string"}}, "additionalProperties": False},
        },
        "license": {"const": "cc-by-4.0"},
        "keywords": {"type": "array", "items": {"type": "string"}},
        "publication_date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "doi": {"type": "string", "pattern": "^10\\."},
        "related_identifiers": {"type": "array"},
    },
    "required": ["upload_type", "title", "description", "creators", "license"],
    "additionalProperties": False,
}


def everything(metadata: Any) -> tuple[dict[str, Any], ...]:
    return (
        describe(metadata, LAYOUT, {}, [], WEIGHED),
        croissant(metadata, LAYOUT, WEIGHED),
        yaml.safe_load(citation_file(metadata)),
        zenodo(metadata),
    )


def test_the_citation_of_the_project_is_that_of_its_releases() -> None:
    written = Path(__file__).resolve().parents[2] / "CITATION.cff"
    assert written.read_text("utf-8") == citation_file(OURS)


@pytest.mark.parametrize("metadata", [BARE, PUBLISHED], ids=["unpublished", "published"])
def test_title_version_authors_licence_and_keywords_agree(metadata: Any) -> None:
    package, jsonld, cff, record = everything(metadata)
    assert package["title"] == jsonld["alternateName"] == cff["title"] == record["title"]
    assert package["version"] == jsonld["version"] == cff["version"] == record["version"]
    assert package["description"] == jsonld["description"] == cff["abstract"] == record["description"]
    assert package["keywords"] == jsonld["keywords"] == cff["keywords"] == record["keywords"]
    names = [person["title"] for person in package["contributors"]]
    assert names == [one["name"] for one in jsonld["creator"]] == [one["name"] for one in cff["authors"]]
    assert names == [one["name"] for one in record["creators"]]
    assert package["licenses"][0]["path"] == jsonld["license"]
    assert package["licenses"][0]["name"] == cff["license"] == record["license"].upper()
    jsonschema.validate(record, ZENODO)


def test_an_address_stands_everywhere_once_there_is_one_and_nowhere_before() -> None:
    package, jsonld, cff, record = everything(PUBLISHED)
    assert package["homepage"] == jsonld["url"] == cff["url"] == "https://example.org/huiyi"
    assert record["related_identifiers"][0]["identifier"] == "https://example.org/huiyi"
    assert package["id"] == jsonld["identifier"] == "https://doi.org/10.5555/12345678"
    assert cff["doi"] == record["doi"] == "10.5555/12345678"
    assert jsonld["datePublished"] == cff["date-released"].isoformat() == record["publication_date"] == "2027-01-31"
    assert cite_as(PUBLISHED).endswith("Data set. https://doi.org/10.5555/12345678")
    for said in everything(BARE):
        assert "example.org" not in json.dumps(said)
        assert not said.keys() & {"homepage", "url", "doi", "identifier", "datePublished", "created", "date-released"}
    assert cite_as(BARE).endswith("Data set.")


def test_the_readme_of_a_release_cites_it(toy_release: Path) -> None:
    assert cite_as(OURS) in (toy_release / "README.md").read_text("utf-8")
