"""Says whether a text has the form that a schema names: a date of the profile, or a day."""

from __future__ import annotations

from datetime import date

from huiyi.values.dates import NotEdtf, parse


def is_edtf(text: object) -> bool:
    """Say whether a text is a date of the profile, possible in the calendar."""
    try:
        parse(str(text))
    except NotEdtf:
        return False
    return True


def is_day(text: object) -> bool:
    """Say whether a text is a day of the calendar, written as 1953-09-21."""
    try:
        return date.fromisoformat(str(text)).isoformat() == text
    except ValueError:
        return False
