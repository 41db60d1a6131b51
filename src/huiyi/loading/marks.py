"""Read a clean file a second time, only to learn where each key and each value begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Position
from huiyi.loading.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    begin,
    parse,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.findings import Route

Marks = dict["Route", tuple[Position, Position]]
"""For each route the positions of its key and of its value; for the top and for items of lists the same."""


def mark(raw: bytes) -> Marks:
    """Find every key and value of a file that the first reading found clean."""
    marks: Marks = {}
    for route, key, value in _follow(parse(raw)):
        marks[route] = (key or value, value)
    return marks


def locate(marks: Mapping[Route, tuple[Position, Position]], route: Route, *, at_key: bool) -> Position:
    """Give the position of a route, or of its nearest ancestor that exists."""
    while route not in marks:  # the empty route is always there
        route = route[:-1]
    key, value = marks[route]
    return key if at_key else value


def _follow(events: Iterator[Any]) -> Iterator[tuple[Route, Position | None, Position]]:
    route: list[str | int | None] = []  # the last part is None where a mapping waits for its next key
    key: Position | None = None
    for event in events:
        if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            route.pop()
            _step(route)
        elif isinstance(event, ScalarEvent) and route and route[-1] is None:
            route[-1], key = event.value, begin(event)
        elif isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)):
            yield tuple(part for part in route if part is not None), key, begin(event)
            key = None
            if isinstance(event, ScalarEvent):
                _step(route)
            else:
                route.append(None if isinstance(event, MappingStartEvent) else 0)


def _step(route: list[str | int | None]) -> None:
    if route:
        last = route[-1]
        route[-1] = last + 1 if isinstance(last, int) else None
