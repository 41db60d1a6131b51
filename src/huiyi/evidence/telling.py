"""Finds the telling words of a text: their beginnings, which stay the same in other forms of a word."""

from __future__ import annotations

import re

from huiyi.values.language import COMMON

_WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?:-[a-z]+)*(?![\w-])")
STEM = 5
"""How many letters of a word are kept."""


def telling(text: str) -> frozenset[str]:
    """Give the beginnings of the words in small letters, but for common words and short ones."""
    return frozenset(word[:STEM] for word in _WORD.findall(text) if word not in COMMON)
