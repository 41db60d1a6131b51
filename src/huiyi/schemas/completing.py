"""Fills in the usual value of every field that a record leaves out, so that what follows sees it written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.schemas.shapes import Shape


def completed(shape: Shape, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a mapping that fits its shape with defaults filled in at every depth; parts without any are not copied.

    The result fits the shape as well: no default stands where a key is missing that it presumes.
    """
    if not shape.defaults and not shape.has_parts:
        return data
    added = {
        key: default
        for key, default in shape.defaults.items()
        if key not in data and all(other in data for other in shape.presumed.get(key, ()))
    }
    for key, part in data.items():
        if key in shape.fields:
            continue
        whole = _part(shape, key, part)
        if whole is not part:
            added[key] = whole
    return {**data, **added} if added else data


def _part(shape: Shape, key: str, part: Any) -> Any:
    if key in shape.objects:
        return completed(shape.objects[key], part)
    if key in shape.lists and (inner := shape.lists[key].shape) is not None:
        whole = [completed(inner, item) for item in part]
        return part if all(one is other for one, other in zip(whole, part, strict=True)) else whole
    return part
