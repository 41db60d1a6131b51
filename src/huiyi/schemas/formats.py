"""Says whether a text has the form that a schema names: a date of the profile, or a day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from huiyi.values.dates import NotEdtf, parse


def is_edtf(text: object) -> bool:
    """Say whether a text is a date of the profile, possible in the calendar."""
    return _is_edtf(str(text))


def is_day(text: object) -> bool:
    """Say whether a text is a day of the calendar, written as 1953-09-21."""
    return isinstance(text, str) and _is_day(text)


# Many records have the same days, that of their review above all.
@lru_cache(maxsize=4096)
def _is_edtf(text: str) -> bool:
    try:
        parse(text)
    except NotEdtf:
        return False
    return True


@lru_cache(maxsize=4096)
def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
