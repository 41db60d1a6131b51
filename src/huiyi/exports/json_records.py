"""Writes the records as JSON, nested as curators write them: one file a kind, and one file with a record a line.

Every default is filled in, and keys stand in the order of the schema.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from huiyi.package import Edition
    from huiyi.schemas import Shape

TITLE = "JSON records"
NEEDS = ()
FOLDER = "json"
ALL = "records.jsonl"


def write(edition: Edition, folder: Path) -> None:
    """Write the records of each kind as an array, and all records with their kind one a line, sorted by identifier."""
    home = folder / FOLDER
    home.mkdir()
    lines = {}
    for kind in edition.corpus.contract.kinds.values():
        ordered = [_in_order(kind.shape, record.data) for record in edition.corpus.by_kind[kind.name]]
        ordered.sort(key=lambda data: str(data["id"]))
        readable = json.dumps(ordered, ensure_ascii=False, indent=2)
        (home / f"{kind.table}.json").write_text(readable + "\n", "utf-8", newline="\n")
        for data in ordered:
            lines[data["id"]] = json.dumps({"kind": kind.name, **data}, ensure_ascii=False)
    (home / ALL).write_text("".join(f"{lines[key]}\n" for key in sorted(lines)), "utf-8", newline="\n")


def _in_order(shape: Shape, data: Mapping[str, Any]) -> dict[str, Any]:
    """Give a node with its keys in the order of its shape, at every depth."""
    return {key: _part(shape, key, data[key]) for key in shape.order if key in data}


def _part(shape: Shape, key: str, part: Any) -> Any:
    if key in shape.objects:
        return _in_order(shape.objects[key], part)
    if key in shape.lists and (inner := shape.lists[key].shape) is not None:
        return [_in_order(inner, item) for item in part]
    return part
