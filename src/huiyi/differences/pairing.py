"""Finds, for the items of a list, which of the old ones each new one is: by its key, else by what it says.

An item has no name of its own where its list has no key, so that the same name, tenure or passage is recognised by its
content: first whole, then less its evidence, then by what it is about, at last by how much it shares.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from huiyi.schemas import Listing, Shape

NEIGHBOURS = 40
"""With so many of the remaining new items, by place, each remaining old one is compared: enough, and never too long."""

ALIKE = 0.4
"""Items that share so much of what they say are the same."""

APART = {"evidence", "anomalies"}
WORDINGS = ("text", "title", "statement", "name", "group", "printed")
_WORD = re.compile(r"\w+")


class Paired(NamedTuple):
    """The pairs of old and new places, and which of them changed their place among those that stayed."""

    pairs: tuple[tuple[int, int], ...]
    moved: frozenset[tuple[int, int]]


def paired(old: Sequence[Any], new: Sequence[Any], listing: Listing | None) -> Paired:
    """Pair the items of two states of a list; a place is an index from 0. What has no partner is gone or new."""
    pairing = _Pairing(old, new)
    shape = listing.shape if listing else None
    for signature in _signatures(old, new, listing.key if listing else "", shape):
        pairing.by(signature)
    pairing.by_likeness(shape)
    pairs = tuple(sorted(pairing.pairs))
    return Paired(pairs, frozenset(pairs) - frozenset(_staying(pairs)))


def canonical(value: Any) -> str:
    """Write a value so that the same value is always the same text, and 1, 1.0 and true are three."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _signatures(
    old: Sequence[Any], new: Sequence[Any], key: str, shape: Shape | None
) -> Iterator[Callable[[Any], Hashable]]:
    """Give functions that tell by what an item is recognised, the surest first; None where an item has none."""
    field = shape.fields.get(key) if shape else None
    is_number = field is not None and field.type == "integer"  # numbers shift where an item is put in between
    if key and not is_number:
        yield lambda item: _value(item, key)
    yield canonical
    yield lambda item: _bare(item, key)
    if key:
        yield lambda item: _value(item, key)
    if shape is not None:
        yield lambda item: _about(item, shape, key)
    yield _wording
    yield lambda item: _value(item, "evidence")
    if shape is not None:
        for name in sorted(shape.required - {key}):
            if name in shape.fields and shape.fields[name].refers_to and _tells_apart(name, old, new):
                yield lambda item, name=name: _value(item, name)  # type: ignore[misc]


def _value(item: Any, key: str) -> Hashable:
    return canonical(item[key]) if isinstance(item, dict) and key in item else None


def _bare(item: Any, key: str) -> Hashable:
    if not isinstance(item, dict):
        return None
    return canonical({name: part for name, part in item.items() if name not in APART and name != key})


def _about(item: Any, shape: Shape, key: str) -> Hashable:
    """Give what an item must have and what it refers to."""
    if not isinstance(item, dict):
        return None
    names = [
        name
        for name, field in shape.fields.items()
        if name != key and name in item and (name in shape.required or field.refers_to)
    ]
    return canonical([[name, item[name]] for name in names]) if names else None


def _wording(item: Any) -> Hashable:
    if not isinstance(item, dict):
        return None
    return next((f"{name}: {item[name]}" for name in WORDINGS if isinstance(item.get(name), str)), None)


def _tells_apart(name: str, old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Say whether a reference differs from item to item on both sides."""
    for items in (old, new):
        values = [_value(item, name) for item in items]
        if len(set(values)) != len(values):
            return False
    return True


class _Pairing:
    """The pairs found so far, and the places that are left."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self.old, self.new = old, new
        self.left, self.right = list(range(len(old))), list(range(len(new)))
        self.pairs: list[tuple[int, int]] = []

    def by(self, signature: Callable[[Any], Hashable]) -> None:
        """Pair what is left by a signature; of several with the same one, the first with the first."""
        if not self.left or not self.right:
            return
        waiting = defaultdict[Any, deque[int]](deque)
        for place in self.right:
            waiting[signature(self.new[place])].append(place)
        waiting.pop(None, None)
        found = []
        for place in self.left:
            partners = waiting.get(signature(self.old[place]))
            if partners:
                found.append((place, partners.popleft()))
        self._take(found)

    def by_likeness(self, shape: Shape | None) -> None:
        """Pair what is left by how much it shares, the most alike first, each with its neighbours alone."""
        if not self.left or not self.right:
            return
        old = {place: _tokens(self.old[place], shape) for place in self.left}
        new = {place: _tokens(self.new[place], shape) for place in self.right}
        ranked = []
        for rank, place in enumerate(self.left):
            start = max(0, min(rank - NEIGHBOURS // 2, len(self.right) - NEIGHBOURS))
            for other in self.right[start : start + NEIGHBOURS]:
                likeness = _likeness(old[place], new[other])
                if likeness >= ALIKE:
                    ranked.append((-likeness, abs(place - other), place, other))
        taken_old, taken_new, found = set[int](), set[int](), []
        for _, _, place, other in sorted(ranked):
            if place not in taken_old and other not in taken_new:
                taken_old.add(place)
                taken_new.add(other)
                found.append((place, other))
        self._take(found)

    def _take(self, found: list[tuple[int, int]]) -> None:
        self.pairs += found
        old, new = {place for place, _ in found}, {place for _, place in found}
        self.left = [place for place in self.left if place not in old]
        self.right = [place for place in self.right if place not in new]


def _tokens(item: Any, shape: Shape | None) -> Counter[tuple[str, str]]:
    """Take an item apart into what it says: each value, texts word by word; what is usual tells nothing."""
    found: Counter[tuple[str, str]] = Counter()
    if isinstance(item, dict):
        for key, part in item.items():
            if shape is None or shape.defaults.get(key) != part:
                _collect(key, part, found)
    return found


def _collect(key: str, part: Any, found: Counter[tuple[str, str]]) -> None:
    if isinstance(part, dict):
        for inner, value in part.items():
            _collect(f"{key}.{inner}", value, found)
    elif isinstance(part, list):
        for value in part:
            _collect(key, value, found)
    elif isinstance(part, str):
        found.update((key, word) for word in _WORD.findall(part) or [part])
    else:
        found[key, canonical(part)] += 1


def _likeness(one: Mapping[tuple[str, str], int], other: Mapping[tuple[str, str], int]) -> float:
    shared = sum(min(count, other.get(token, 0)) for token, count in one.items())
    whole = sum(one.values()) + sum(other.values()) - shared
    return shared / whole if whole else 0.0


def _staying(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the most pairs that keep their order: the longest run of growing new places."""
    ends: list[int] = []  # the new place that ends the best run of each length
    where: list[int] = []  # the index of its pair
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(where[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        where[length : length + 1] = [index]
    index = where[-1] if where else -1
    while index >= 0:
        yield pairs[index]
        index = before[index]
