"""The descriptor of the published tables, `datapackage.json`, valid under Data Package v2.0 and v1 alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.package.codes import Code
    from huiyi.package.metadata import Metadata
    from huiyi.tables import Column, Layout, Table

PROFILE_V2 = "https://datapackage.org/profiles/2.0/datapackage.json"
Json = dict[str, Any]


def describe(
    metadata: Metadata,
    layout: Layout,
    codes: Mapping[str, tuple[Code, ...]],
    sources: list[Json],
    files: Mapping[str, tuple[int, str]],
) -> Json:
    """Give the descriptor of a release.

    `codes` are the words of each vocabulary; `files` gives for each table the bytes and SHA-256 of its CSV file.
    """
    descriptor: Json = {
        "$schema": PROFILE_V2,
        "profile": "tabular-data-package",
        "name": metadata.name,
        "title": metadata.title,
        "description": metadata.description,
        "version": metadata.version,
        "keywords": list(metadata.keywords),
        "contributors": [dict(person) for person in metadata.contributors],
        "licenses": [dict(licence) for licence in metadata.licenses],
    }
    if metadata.homepage:
        descriptor["homepage"] = metadata.homepage
    if metadata.released:
        descriptor["created"] = f"{metadata.released}T00:00:00Z"
    if metadata.doi:
        descriptor["id"] = metadata.doi_address
    if sources:
        descriptor["sources"] = sources
    descriptor["resources"] = [_resource(table, codes, *files[name]) for name, table in layout.tables.items()]
    return descriptor


def csv_path(name: str) -> str:
    """Give the path of a table's CSV file in the package."""
    return f"data/{name}.csv"


def parquet_path(name: str) -> str:
    """Give the path of a table's Parquet file in the package."""
    return f"parquet/{name}.parquet"


def _resource(table: Table, codes: Mapping[str, tuple[Code, ...]], size: int, digest: str) -> Json:
    schema: Json = {
        "fields": [_field(column, codes) for column in table.columns],
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    # The profiles of both versions refuse an empty list of foreign keys.
    if keys := [_foreign_key(table, column) for column in table.columns if column.refers_to]:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "title": table.title,
        "description": table.description,
        "path": csv_path(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": schema,
    }


def _field(column: Column, codes: Mapping[str, tuple[Code, ...]]) -> Json:
    constraints: Json = {}
    if column.name == "id":
        constraints["unique"] = True
    if column.is_required:
        constraints["required"] = True
    words = codes.get(column.vocabulary, ())
    if words or column.enum:
        constraints["enum"] = [word.key for word in words] or list(column.enum)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    field: Json = {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
    }
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if words:
        field["categories"] = [{"value": word.key, "label": word.label} for word in words]
    elif column.enum:
        field["categories"] = list(column.enum)
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_key(table: Table, column: Column) -> Json:
    resource = "" if column.refers_to == table.name else column.refers_to
    return {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}
