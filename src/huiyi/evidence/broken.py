"""Words that the end of a line breaks without a hyphen, as in a scanned text whose hyphens are lost."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[^\S\n]*\n[^\S\n]*(?=([^\W\d_]+))")


def gaps(text: str) -> tuple[tuple[int, int], ...]:
    """Give where a word is broken, as the offsets at which its first piece ends and its second begins, in order.

    Two pieces are one word where that word stands inside other lines, and more often than the rarer of its pieces.
    """
    breaks = list(_BREAK.finditer(text))
    if not breaks:
        return ()
    inside = Counter(chain.from_iterable(_WORD.findall(line.lower())[1:-1] for line in text.split("\n")))
    return tuple(
        (one.end(1), one.start(2))
        for one in breaks
        if inside[f"{one[1]}{one[2]}".lower()] > min(inside[one[1].lower()], inside[one[2].lower()])
    )
