"""The shape of a line of the lock: what a source, a passage or a seal looks like there; all else is damage."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from huiyi.loading.plain_files import MOST_BYTES
from huiyi.values.text import has_half_a_character

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_LINES = 1_000_000

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MARKS = re.compile(r"(?:[0-9a-f]{5})*")


def read_object(line: str) -> dict[str, Any] | None:
    """Return the JSON object on a line, or None where there is none."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and (value.isascii() or not has_half_a_character(value))


def _is_digest(value: Any) -> bool:
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))


def _is_marks(value: Any) -> bool:
    return isinstance(value, str) and bool(_MARKS.fullmatch(value))


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_BYTES


def _is_range(value: Any) -> bool:
    match value:
        case [int(first), int(last)]:
            return _is_count(first) and _is_count(last) and 1 <= first <= last
        case _:
            return False


def _is_ranges(value: Any) -> bool:
    """Say whether a value is a list of ranges in order, none touching the next: as `ranges` makes them."""
    if not isinstance(value, list) or not all(_is_range(item) for item in value):
        return False
    return all(left[1] + 1 < right[0] for left, right in pairwise(value))


_SOURCE = {"source": _is_text, "lines": _is_count, "blank": _is_ranges, "sha256": _is_digest}
_PASSAGE = {
    "source": _is_text,
    "lines": _is_range,
    "from": _is_text,
    "to": _is_text,
    "start": _is_count,
    "end": _is_count,
    "sha256": _is_digest,
    "page": _is_text,
    "cited_by": _is_text,
}
_SEAL = {"record": _is_text, "reviewed": _is_text, "sha256": _is_digest, "marks": _is_marks}
_OF_SOURCE, _OF_SEAL = frozenset(_SOURCE), frozenset(_SEAL)
_OF_PASSAGE = frozenset(_PASSAGE) - {"from", "to", "page", "cited_by"}


def _fits(row: Mapping[str, Any], form: Mapping[str, Any], required: frozenset[str]) -> bool:
    """Say whether a row has the keys of a form and no others, with values of their kinds."""
    # Most rows are of another form, and lack a key of this one.
    return required <= row.keys() and all(key in form and form[key](value) for key, value in row.items())


def is_source_row(row: Mapping[str, Any]) -> bool:
    """Say whether a row is that of a source."""
    if not _fits(row, _SOURCE, _OF_SOURCE) or row["lines"] > MOST_LINES:
        return False
    return not row["blank"] or bool(row["blank"][-1][1] <= row["lines"])


def is_passage_row(row: Mapping[str, Any]) -> bool:
    """Say whether a row is that of a passage."""
    return _fits(row, _PASSAGE, _OF_PASSAGE) and bool(row["start"] < row["end"])


def is_seal_row(row: Mapping[str, Any]) -> bool:
    """Say whether a row is that of the seal of a review."""
    return _fits(row, _SEAL, _OF_SEAL)
