"""What a reviewed record says, apart from how it is written, so that a review can be sealed and a change be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.evidence.seals import mark_of_keys, seal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence.seals import Content, Seal
    from huiyi.findings import Route
    from huiyi.schemas import Node, Shape

REVIEWED = "reviewed"

MOST_KEYS_DOWN = 4
"""How many keys below the node that lost it the first value of a lost part may lie."""


def content_of(record: Record) -> Content:
    """Give each value of a record but the day of its review; usual values count as not written, keys go by name."""
    data = {key: value for key, value in record.data.items() if key != REVIEWED}
    found: list[tuple[Route, Any]] = []
    _gather(record.kind.shape, (), data, found)
    return tuple(found)


def _gather(shape: Shape, route: Route, data: Mapping[str, Any], found: list[tuple[Route, Any]]) -> None:
    for key in sorted(data):
        part = data[key]
        if key in shape.objects:
            _gather(shape.objects[key], (*route, key), part, found)
        elif key in shape.lists:
            inner = shape.lists[key].shape
            for position, item in enumerate(part):
                place = (*route, key, position)
                if inner:
                    _gather(inner, place, item, found)
                else:
                    found.append((place, item))
        elif part != shape.defaults.get(key):
            found.append(((*route, key), part))


class Gone(NamedTuple):
    """What is gone from a record: a key, or an item of the list with that key, and the route to what came after it."""

    what: str
    route: Route


def gone(record: Record, content: Content, at: int, keys_mark: str) -> Gone:
    """Find what stood in the content before the value of that number; the whole record where no key has the mark."""
    by_route = {node.route: node for node in record.nodes()}
    beside = [content[near][0] for near in (at, at - 1) if 0 <= near < len(content)]
    around = {route[:depth] for route in beside for depth in range(len(route)) if route[:depth] in by_route} | {()}
    for route in sorted(around, key=lambda one: (-len(one), [str(part) for part in one])):
        node, outer = by_route[route], [part for part in route if isinstance(part, str)]
        for keys in _keys_below(node.shape, MOST_KEYS_DOWN):
            if mark_of_keys([*outer, *keys]) != keys_mark:
                continue
            if keys[0] in node.shape.lists and keys[0] in node.value:
                return Gone(f"an item of '{keys[0]}'", _item_near((*route, keys[0]), beside))
            if keys[0] not in node.value or keys[0] in node.shape.defaults:
                return Gone(f"'{keys[0]}'", _after(node, keys[0]))
    return Gone("a value", ())


def _item_near(listing: Route, beside: list[Route]) -> Route:
    """Give the route to the item of a list that stands beside a lost one; to the list where none does."""
    depth = len(listing)
    return next((route[: depth + 1] for route in beside if route[:depth] == listing), listing)


def _after(node: Node, key: str) -> Route:
    """Give the route to what most likely came after a lost value: the next key in the order of the schema."""
    order = node.shape.order
    later = [one for one in order[order.index(key) + 1 :] if one in node.value and one not in node.shape.defaults]
    return (*node.route, *later[:1])


def _keys_below(shape: Shape, depth: int) -> Iterator[tuple[str, ...]]:
    """Give the keys that lead from a node of a shape to each value in it, the shortest ways first."""
    level: list[tuple[tuple[str, ...], Shape]] = [((), shape)]
    for _ in range(depth):
        below = []
        for keys, part in level:
            for key in part.order:
                inner = part.objects.get(key) or (part.lists[key].shape if key in part.lists else None)
                if inner is None:
                    yield (*keys, key)
                else:
                    below.append(((*keys, key), inner))
        level = below


def seals_of(corpus: Corpus, anew: Collection[str], *, all_anew: bool = False) -> list[Seal]:
    """Give a seal for every reviewed record: the former one as long as the review has the same day.

    Records named in `anew`, or all of them, are sealed as they stand.
    """
    seals = []
    for record in corpus.records.values():
        if REVIEWED in record.data:
            former = corpus.lock.seals.get(record.id)
            is_kept = former is not None and former.reviewed == record.data[REVIEWED]
            if former is not None and is_kept and not all_anew and record.id not in anew:
                seals.append(former)
            else:
                seals.append(seal(record.id, record.data[REVIEWED], content_of(record)))
    return seals
