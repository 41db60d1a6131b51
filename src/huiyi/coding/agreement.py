"""Measures how far two readers agree who coded the same parts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Readings(NamedTuple):
    """What two readers made of one field: how many parts were asked, and the two codes where either gave one."""

    asked: int
    pairs: tuple[tuple[str, str], ...]


class Agreement(NamedTuple):
    """Parts asked, those to which at least one reader gave a code, those to which both gave the same one, and alpha."""

    asked: int
    codes: int
    agreed: int
    alpha: float | None


def agreement(readings: Iterable[Readings]) -> Agreement:
    """Sum up the readings of one field in one or more sources."""
    every = list(readings)
    asked, pairs = sum(one.asked for one in every), [pair for one in every for pair in one.pairs]
    return Agreement(asked, len(pairs), sum(first == second for first, second in pairs), _alpha(asked, pairs))


def _alpha(asked: int, pairs: list[tuple[str, str]]) -> float | None:
    """Give Krippendorff's alpha for nominal codes of two readers, to four places; None where there is but one code.

    It is 1 where they agree on every part and 0 where they agree no more often than by chance; to have no code counts
    as a code. The formula is that of K. Krippendorff, Content Analysis, in its chapter on reliability.
    """
    counts = Counter(code for pair in pairs for code in pair)
    counts[""] += 2 * (asked - len(pairs))
    whole = counts.total()
    unlike_by_chance = whole * whole - sum(count * count for count in counts.values())
    unlike = 2 * sum(first != second for first, second in pairs)
    return round(1 - (whole - 1) * unlike / unlike_by_chance, 4) if unlike_by_chance else None
