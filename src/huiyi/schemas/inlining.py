"""Reads the schema files and joins each with the common parts that it refers to, so that one schema says it all."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Schema = dict[str, Any]


def read_schemas(folder: Path) -> dict[str, Schema]:
    """Read every `<kind>.schema.json` of a folder, joined with its common parts, by the kind that it declares."""
    known: dict[Path, Schema] = {}

    def read(path: Path) -> Schema:
        if path not in known:
            known[path] = joined(json.loads(path.read_text("utf-8")), partial(_follow, path.parent, read))
        return known[path]

    schemas = [read(path.resolve()) for path in sorted(folder.glob("*.schema.json"))]
    return {schema["x-kind"]: schema for schema in schemas}


def _follow(folder: Path, read: Callable[[Path], Schema], reference: str) -> Schema:
    return read((folder / reference).resolve())


def joined(schema: Any, follow: Callable[[str], Schema]) -> Any:
    """Join a schema with what it refers to: its own words win, properties and required keys add up.

    A closed schema (`unevaluatedProperties: false`) is then closed over all its keys, which any validator can
    check without bookkeeping and without reporting a key twice.
    """
    if isinstance(schema, list):
        return [joined(part, follow) for part in schema]
    if not isinstance(schema, dict):
        return schema
    own = {key: joined(part, follow) for key, part in schema.items() if key not in {"$ref", "$schema"}}
    if "$ref" in schema:
        own = _merged(follow(schema["$ref"]), own)
    if own.get("unevaluatedProperties") is False:
        own.pop("unevaluatedProperties")
        own["additionalProperties"] = False
    return own


def _merged(base: Schema, own: Schema) -> Schema:
    merged = {**base, **own}
    if "properties" in base and "properties" in own:
        merged["properties"] = {
            **own["properties"],
            **{k: v for k, v in base["properties"].items() if k not in own["properties"]},
        }
    if "required" in base and "required" in own:
        merged["required"] = [*base["required"], *own["required"]]
    return merged
