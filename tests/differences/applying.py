"""Applies a delta to the old records, as `datapackage/delta.schema.json` says, and with nothing else."""

from __future__ import annotations

import copy
from typing import Any

Json = Any
Records = dict[str, tuple[str, Json]]
"""For each identifier the kind and the record."""


def applied(delta: Json, old: Records) -> Records:
    """Give the new records."""
    records = dict(old)
    for change in delta["records"]:
        identifier = change["id"]
        if change["turn"] == "changed":
            kind, record = old[identifier]
            records[identifier] = kind, mended(record, change["changes"])
        elif "new" in change:
            records[identifier] = change["new"]["kind"], change["new"]["record"]
        else:
            del records[identifier]
    return records


def mended(record: Json, changes: list[Json]) -> Json:
    """Give the new state of one record."""
    whole = copy.deepcopy(record)
    for change in changes:
        if change["what"] == "changed":
            holder(whole, change["old_path"])[change["old_path"][-1]] = change["new"]
    held: dict[tuple[Any, ...], Json] = {}
    leaving = [change for change in changes if change["what"] in {"removed", "moved"}]
    for change in sorted(leaving, key=lambda change: order(change["old_path"]), reverse=True):
        value = holder(whole, change["old_path"]).pop(change["old_path"][-1])
        if change["what"] == "moved":
            held[tuple(change["new_path"])] = value
        else:
            assert typed(value) == typed(change["old"])
    held |= {tuple(change["new_path"]): change["new"] for change in changes if change["what"] == "added"}
    for path in sorted(held, key=order):
        place = holder(whole, path)
        if isinstance(place, list):
            place.insert(path[-1], held[path])
        else:
            place[path[-1]] = held[path]
    return whole


def holder(record: Json, path: Any) -> Json:
    """Give the mapping or list that holds the value at a path."""
    for part in path[:-1]:
        record = record[part]
    return record


def order(path: Any) -> list[tuple[str, int]]:
    """Order paths: lists by number, mappings by key, the outer before the inner."""
    return [("", part) if isinstance(part, int) else (part, 0) for part in path]


def typed(value: Json) -> Json:
    """Give a value in which true, 1 and 1.0 are three."""
    if isinstance(value, dict):
        return {key: typed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [typed(part) for part in value]
    return type(value).__name__, value
