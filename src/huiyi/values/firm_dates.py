"""Dates firm enough to contradict something: asserted, not hedged, questioned or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.values.dates import after, before, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from huiyi.values.dates import Edtf


def is_firm(statement: Mapping[str, Any]) -> bool:
    """Say whether a statement, or a date, is asserted."""
    return bool(statement.get("certainty", "asserted") == "asserted")


def firm_date(holder: Mapping[str, Any], key: str) -> Edtf | None:
    """Give the date that a mapping holds under a key; None if it holds none or does not assert it."""
    recorded = holder.get(key)
    return parse(recorded["edtf"]) if recorded and is_firm(recorded) else None


def certainly_before(a: Edtf | None, b: Edtf | None) -> bool:
    """Say whether both are known and every day of a precedes every day of b."""
    return a is not None and b is not None and before(a, b) == "yes"


def certainly_after(a: Edtf | None, b: Edtf | None) -> bool:
    """Say whether both are known and every day of a follows every day of b."""
    return a is not None and b is not None and after(a, b) == "yes"


def held_days(tenure: Mapping[str, Any]) -> tuple[date, date] | None:
    """Give the first and last day on which a tenure was certainly held; None if no such day is known."""
    ends = [found for key in ("start", "end") if (found := firm_date(tenure, key))]
    known = firm_date(tenure, "as_of")
    firsts = [end.reach[3] for end in ends] + ([known.reach[1]] if known else [])
    lasts = [end.reach[0] for end in ends] + ([known.reach[2]] if known else [])
    if not firsts or min(firsts) > max(lasts):
        return None
    return min(firsts), max(lasts)
