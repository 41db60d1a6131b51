"""Shares in percent: how a unit names them, what the whole is, and how far rounding may lead from it."""

from __future__ import annotations

WHOLE = 100
MOST_ROUNDING = 0.5


def is_percent(unit: str) -> bool:
    """Say whether a unit is percent."""
    return unit.casefold() in {"%", "％", "percent", "per cent"}
