"""Seals of reviews: what a record held when a second reader had compared it, as digests that do not tell its words."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.findings import Route

Content = tuple[tuple["Route", Any], ...]
"""What a record says: each of its single values with the route to it, in an order that does not hang on the writing."""

_MARK_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of one review: its day, the SHA-256 of the content, and a mark of two figures for each value.

    The digest says whether anything has changed, the marks where the first change is.
    """

    record: str
    reviewed: str
    sha256: str
    marks: str
    row: int = field(default=0, compare=False)


def seal(record: str, reviewed: str, content: Content) -> Seal:
    """Seal the content of a record."""
    return Seal(record, reviewed, digest(content), "".join(_marks(content)))


def digest(content: Content) -> str:
    """Give the SHA-256 of all values of a record and of the routes to them, in hexadecimal."""
    return hashlib.sha256(_written(content)).hexdigest()


def first_change(sealed: Seal, content: Content) -> Route:
    """Give the route to the first value that is not as it was sealed; the record's own where only the end is gone."""
    former = (sealed.marks[at : at + _MARK_LENGTH] for at in range(0, len(sealed.marks), _MARK_LENGTH))
    for (route, _), mark in zip(content, _marks(content), strict=True):
        if next(former, None) != mark:
            return route
    return ()


def write_seals(seals: Iterable[Seal]) -> str:
    """Give the rows of a lock that hold seals, in the order of the records."""
    rows = (
        {"record": one.record, "reviewed": one.reviewed, "sha256": one.sha256, "marks": one.marks}
        for one in sorted(seals, key=lambda one: one.record)
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def _marks(content: Content) -> Iterator[str]:
    """Give the mark of each value; the place of an item in its list is left out, since a new one moves all after it."""
    for route, value in content:
        keys = [part for part in route if isinstance(part, str)]
        yield hashlib.sha256(_written((keys, value))).hexdigest()[:_MARK_LENGTH]


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()
