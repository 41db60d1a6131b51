"""Shares in percent: how a unit names them, what the whole is, and how far rounding and bounds may lead from it."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

WHOLE = 100
MOST_ROUNDING = 0.5

BOUND_BELOW = frozenset({"more-than", "at-least"})
BOUND_ABOVE = frozenset({"almost", "less-than", "at-most", "up-to"})
MOST_ROUNDED_PERCENT = 1
"""Percentages are rounded to tens at most: the power of ten."""


class Bounds(NamedTuple):
    """The least and the most that a number not below zero can truly be; infinite where nothing bounds it above."""

    least: float
    most: float


def is_percent(unit: str) -> bool:
    """Say whether a unit is percent."""
    return unit.casefold() in {"%", "％", "percent", "per cent"}


def bounds(statistic: Mapping[str, Any]) -> Bounds:
    """Give what the comparator leaves open, and, of an exact number, what rounding to its last digit but zeros does."""
    value, comparator = statistic["value"], statistic["comparator"]
    if comparator in BOUND_BELOW:
        return Bounds(value, math.inf)
    if comparator in BOUND_ABOVE:
        return Bounds(0, statistic.get("maximum", value))
    if comparator != "exactly":
        return Bounds(0, math.inf)
    maximum, unit = statistic.get("maximum", value), statistic["unit"]
    return Bounds(max(0, value - _rounding(value, unit)), maximum + _rounding(maximum, unit))


def _rounding(value: float, unit: str) -> float:
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    power = min(exponent, MOST_ROUNDED_PERCENT) if is_percent(unit) else exponent
    return 0 if value == 0 else float(10.0**power / 2)


def share_of(part: Bounds, whole: Bounds) -> Bounds:
    """Give the least and the most percent that a part can be of its whole."""
    least = part.least / whole.most * WHOLE if part.least else 0
    return Bounds(least, part.most / whole.least * WHOLE if whole.least else math.inf)
