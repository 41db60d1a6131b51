"""Fills in the usual value of every field that a record leaves out, so that what follows sees it written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.schemas.shapes import Shape


def completed(shape: Shape, data: Mapping[str, Any]) -> dict[str, Any]:
    """Copy a mapping that fits its shape, in the order of the schema, with defaults filled in at every depth."""
    whole: dict[str, Any] = {}
    for key in shape.order:
        if key in data:
            whole[key] = _part(shape, key, data[key])
        elif key in shape.fields and shape.fields[key].default is not None:
            whole[key] = shape.fields[key].default
    return whole


def _part(shape: Shape, key: str, part: Any) -> Any:
    if key in shape.objects:
        return completed(shape.objects[key], part)
    if key in shape.lists and (inner := shape.lists[key].shape) is not None:
        return [completed(inner, item) for item in part]
    return part
