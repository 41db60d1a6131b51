"""Proposes, for a word that nobody knows, the known word that comes nearest: the hint for a misspelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable


def find_nearest(word: str, words: Iterable[str]) -> str | None:
    """Give the nearest of some words; None where none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a wrong word needs the search

    match = process.extractOne(word, list(words), scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return match[0] if match else None


def nearest(word: str, words: Iterable[str]) -> str:
    """Propose the nearest of some words as a hint; empty where none is near."""
    found = find_nearest(word, words)
    return "" if found is None else f"did you mean '{escape(found, limit=80)}'?"
