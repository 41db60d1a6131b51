"""Proposes what to write where a value is of another type than its key wants: the same value in the right form."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from huiyi.loading.scalars import read_plain
from huiyi.values.text import escape

if TYPE_CHECKING:
    from huiyi.schemas.inlining import Schema

LONGEST_SHOWN = 60
"""A longer value stands as '…' in what is proposed."""

_PLAIN = re.compile(r"\w[\w./~-]*(?: [\w./~-]+)*")
_RANGE = re.compile(r"([0-9]{1,7})(?: ?[-–] ?([0-9]{1,7}))?")
_TYPES: dict[type, tuple[str, ...]] = {
    str: ("string",),
    int: ("integer", "number", "string"),
    float: ("number", "string"),
    bool: ("boolean",),
}


def propose_form(expected: str, schema: Schema, value: Any) -> str:
    """Give a hint on a value that should be of the `expected` type by its `schema`; empty where none is certain."""
    if value is None:
        return "leave the key out where the source says nothing"
    if expected == "array":
        return _propose_list(schema, value)
    if expected == "object":
        return "" if isinstance(value, list) else _quoted(_mapping(schema, value))
    if expected == "string":
        return "" if isinstance(value, dict | list) else "put it in quotation marks"
    if isinstance(value, str) and (value in {"true", "false"} or value.isdecimal()):
        return "take the quotation marks away"
    return ""


def _propose_list(schema: Schema, value: Any) -> str:
    if "x-columns" in schema:
        pair = None if isinstance(value, dict | bool) else _RANGE.fullmatch(str(value))
        return f"write [{int(pair[1])}, {int(pair[2] or pair[1])}]" if pair else ""
    if isinstance(value, dict):
        return "put '- ' before it, as an item of a list"
    items = schema["items"]
    if items["type"] != "object":
        return f"write [{_written(items, value)}]"
    item = _mapping(items, value)
    return _quoted(f"- {item[1:-1] if ',' not in item else item}" if item else "")


def _quoted(form: str) -> str:
    return f"write {form}" if form else ""


def _mapping(schema: Schema, value: Any) -> str:
    """Write a mapping with the required keys, the value at the first that may hold it; empty where none may."""
    properties, required = schema["properties"], schema.get("required", ())
    suited = _TYPES[type(value)]
    fitting = [key for key in required if properties[key]["type"] in suited]
    if not fitting:
        return ""
    own = min(fitting, key=lambda key: suited.index(properties[key]["type"]))
    parts = [f"{key}: {_written(properties[key], value) if key == own else '…'}" for key in required]
    return "{" + ", ".join(parts) + "}"


def _written(schema: Schema, value: Any) -> str:
    """Write a single value as YAML reads it back, in quotation marks where it needs them."""
    text = value if isinstance(value, str) else json.dumps(value)
    if len(text) > LONGEST_SHOWN:
        return "…"
    if schema["type"] == "string":
        is_plain = _PLAIN.fullmatch(text) is not None and read_plain(text) == text
        return text if is_plain else escape(json.dumps(text, ensure_ascii=False))
    return text
