"""Seals of reviews: what a record held when a second reader had compared it, as digests that do not tell its words."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from huiyi.findings import Route

Content = tuple[tuple["Route", Any], ...]
"""What a record says: each of its single values with the route to it, in an order that does not hang on the writing."""

_KEYS_LENGTH, _VALUE_LENGTH = 3, 2
MARK_LENGTH = _KEYS_LENGTH + _VALUE_LENGTH


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of one review: its day, the SHA-256 of the content, and a mark of five figures for each value.

    The digest says whether anything has changed, the marks what the first change is and where: three figures are for
    the keys that lead to the value, two for the value itself.
    """

    record: str
    reviewed: str
    sha256: str
    marks: str
    row: int = field(default=0, compare=False)


def seal(record: str, reviewed: str, content: Content) -> Seal:
    """Seal the content of a record."""
    return Seal(record, reviewed, digest(content), "".join(_mark(route, value) for route, value in content))


def digest(content: Content) -> str:
    """Give the SHA-256 of all values of a record and of the routes to them, in hexadecimal."""
    return hashlib.sha256(_written(content)).hexdigest()


class Change(NamedTuple):
    """The first difference between a sealed content and another: at which value, from 0, and of what sort.

    The value there is another, or was not there at all, or one that stood before it is gone, whose keys have the mark.
    It is past the end where the marks, which are short, do not tell the difference.
    """

    sort: Literal["other", "new", "gone"]
    at: int
    keys_mark: str


def first_change(sealed: Seal, content: Content) -> Change:
    """Give the first difference between what was sealed and a content that is not the same."""
    former = [sealed.marks[at : at + MARK_LENGTH] for at in range(0, len(sealed.marks), MARK_LENGTH)]
    marks = [_mark(route, value) for route, value in content]
    at = next((n for n, (was, now) in enumerate(zip(former, marks, strict=False)) if was != now), len(former))
    at = min(at, len(marks))
    # What stands alike at both ends has stayed; in between something is gone, or new, or another.
    same = next((n for n in range(min(len(former), len(marks)) - at) if former[-1 - n] != marks[-1 - n]), None)
    same = min(len(former), len(marks)) - at if same is None else same
    lost, found = former[at : len(former) - same], marks[at : len(marks) - same]
    keys_mark = lost[0][:_KEYS_LENGTH] if lost else ""
    if found and found[0] not in lost:
        return Change("other" if found[0].startswith(keys_mark) and lost else "new", at, keys_mark)
    return Change("gone" if lost and lost[0] not in found else "other", at, keys_mark)


def write_seals(seals: Iterable[Seal]) -> str:
    """Give the rows of a lock that hold seals, in the order of the records."""
    rows = (
        {"record": one.record, "reviewed": one.reviewed, "sha256": one.sha256, "marks": one.marks}
        for one in sorted(seals, key=lambda one: one.record)
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def mark_of_keys(keys: Iterable[str]) -> str:
    """Give the part of a mark that stands for the keys leading to a value.

    The place of an item in its list is left out, since a new item moves all after it.
    """
    return hashlib.sha256(_written(list(keys))).hexdigest()[:_KEYS_LENGTH]


def _mark(route: Route, value: Any) -> str:
    keys = [part for part in route if isinstance(part, str)]
    return mark_of_keys(keys) + hashlib.sha256(_written((keys, value))).hexdigest()[:_VALUE_LENGTH]


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()
