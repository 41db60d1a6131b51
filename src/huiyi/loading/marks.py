"""Read a clean file a second time, only to learn where each key and each value begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.loading.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    parse,
    position,
)

if TYPE_CHECKING:
    from huiyi.findings import Position, Route

STARTS = frozenset((ScalarEvent, MappingStartEvent, SequenceStartEvent))
ENDS = frozenset((MappingEndEvent, SequenceEndEvent))


class Marked(NamedTuple):
    """A value: where its key begins (of the top and of an item, the value itself), where it begins, and its parts."""

    key: Any
    value: Any
    parts: dict[str | int, Marked]


NO_PARTS: dict[str | int, Marked] = {}


def mark(raw: bytes) -> Marked:
    """Find every key and value of a file that the first reading found clean."""
    top: dict[str | int, Marked] = {}
    parts, is_mapping, key = top, False, None
    outer: list[tuple[dict[str | int, Marked], bool]] = []
    for event in parse(raw):
        kind = type(event)
        if kind in ENDS:
            parts, is_mapping = outer.pop()
        elif is_mapping and key is None:
            key = event
        elif kind in STARTS:
            at = len(parts) if key is None else key.value
            inner = NO_PARTS if kind is ScalarEvent else {}
            parts[at] = Marked((key or event).start_mark, event.start_mark, inner)
            key = None
            if kind is not ScalarEvent:
                outer.append((parts, is_mapping))
                parts, is_mapping = inner, kind is MappingStartEvent
    return top[0]


def locate(marked: Marked, route: Route, *, at_key: bool) -> Position:
    """Give the position of a route, or of its nearest ancestor that exists."""
    for part in route:
        if part not in marked.parts:
            break
        marked = marked.parts[part]
    return position(marked.key if at_key else marked.value)
