"""Follows a path such as `remarks.points` or `date.edtf` in a record, through the items of every list on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.findings import Route
    from huiyi.schemas import Shape


class NoPathError(Exception):
    """No record of the kind can have this path: the message says where it ends, `hint` what may have been meant."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def follow(shape: Shape, path: str) -> tuple[Shape | None, bool]:
    """Give the shape to which a path leads, None for a single value, and whether it leads through or to a list.

    Raises NoPathError where no mapping of this shape has such a path.
    """
    now: Shape | None = shape
    is_many = False
    before = shape
    for step in path.split("."):
        if now is None or step not in now.order:
            hint = "" if now is None else nearest(step, now.order)
            raise NoPathError(f"'{escape(step, 60)}' is not a key of {(now or before).title.lower()}", hint)
        is_many = is_many or step in now.lists
        before, now = now, _inner(now, step)
    return now, is_many


def leads_to_list(shape: Shape, path: str) -> bool:
    """Say whether the last step of a path that can be followed is itself a list."""
    way, _, last = path.rpartition(".")
    holder = follow(shape, way)[0] if way else shape
    return holder is not None and last in holder.lists


class Reached(NamedTuple):
    """A value to which a path leads, and the route to it from where the path begins."""

    route: Route
    value: Any


def reached(shape: Shape, holder: Mapping[str, Any], path: str) -> list[Reached]:
    """Give each value to which a path leads in a mapping of this shape, in their order; none where nothing is there."""
    return list(_reached(shape, holder, path.split("."), ()))


def _reached(shape: Shape, holder: Mapping[str, Any], steps: list[str], route: Route) -> Iterator[Reached]:
    step, *rest = steps
    if step not in holder:
        return
    inner, here = _inner(shape, step), (*route, step)
    if step in shape.lists:
        items = [((*here, position), item) for position, item in enumerate(holder[step])]
    else:
        items = [(here, holder[step])]
    for way, item in items:
        if rest and inner is not None:
            yield from _reached(inner, item, rest, way)
        else:
            yield Reached(way, item)


def _inner(shape: Shape, step: str) -> Shape | None:
    listing = shape.lists.get(step)
    return listing.shape if listing else shape.objects.get(step)
