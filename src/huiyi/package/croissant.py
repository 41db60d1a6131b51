"""The metadata of a release as Croissant 1.0 JSON-LD, and so a schema.org Dataset: for search engines and loaders.

The rows are those of the Parquet files, whose columns have types: those of a CSV file mlcroissant guesses, and takes a
page "1" for 1.0 and the word "NA" for none. References between tables are left to `datapackage.json`: mlcroissant reads
no rows of a table that declares some.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from huiyi.package.citing import cite_as
from huiyi.package.descriptor import parquet_path
from huiyi.project import contract_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.package.metadata import Metadata
    from huiyi.tables import Column, Layout, Table

Json = dict[str, Any]
CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date"}


def croissant(metadata: Metadata, layout: Layout, files: Mapping[str, tuple[int, str]]) -> Json:
    """Give the Croissant of a release; `files` gives for each table the bytes and SHA-256 of its Parquet file."""
    context = json.loads((contract_folder("datapackage") / "croissant.context.json").read_text("utf-8"))
    described: Json = {
        "@context": context,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": metadata.name,
        "alternateName": metadata.title,
        "description": metadata.description,
        "version": metadata.version,
        "license": metadata.licenses[0]["path"],
        "keywords": list(metadata.keywords),
        "creator": [{"@type": "sc:Organization", "name": person["title"]} for person in metadata.contributors],
        "citeAs": cite_as(metadata),
    }
    if metadata.homepage:
        described["url"] = metadata.homepage
    if metadata.doi:
        described["identifier"] = metadata.doi_address
    if metadata.released:
        described["datePublished"] = metadata.released
    described["distribution"] = [_file(name, *files[name]) for name in layout.tables]
    described["recordSet"] = [_record_set(table) for table in layout.tables.values()]
    return described


def _file(table: str, size: int, digest: str) -> Json:
    path = parquet_path(table)
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "contentSize": f"{size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": digest,
    }


def _record_set(table: Table) -> Json:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": {"@id": f"{table.name}/id"},
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> Json:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": f"{column.title}. {column.description}",
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": parquet_path(table.name)}, "extract": {"column": column.name}},
    }
