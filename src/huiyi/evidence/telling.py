"""Finds the telling words of a text: their beginnings, which stay the same in other forms of a word."""

from __future__ import annotations

import re

_COMMON_WORDS = """
that this these those they their them then than there which whom whose with from into have been being were was and are
but for had has him his her its not now only our such the who will would should must also even more most some many much
very other others all any each every one two
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?:-[a-z]+)*(?![\w-])")
STEM = 5
"""How many letters of a word are kept."""


def telling(text: str) -> frozenset[str]:
    """Give the beginnings of the words in small letters, but for common words and short ones."""
    return frozenset(word[:STEM] for word in _WORD.findall(text) if word not in _COMMON)
