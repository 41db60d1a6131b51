"""How those who look for a name may write it: in pinyin or Wade-Giles, in one word or several, with marks or without.

Spellings are in small letters without tones. Where one holds a space, its words stand next to each other in this order.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from huiyi.values.wade_giles import APOSTROPHES, BETWEEN_WORDS, wade_giles_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_JOINED: Final = 8
"""How many syllables of a long text are written as one word."""
_SHORT: Final = 4
"""Of how many syllables a name of a person or a place has at most: all its spellings are given."""
_ASPIRABLE: Final = re.compile("^(?:ch|k|p|ts|tz|t)(?!')")
_APOSTROPHE: Final = re.compile(f"[{APOSTROPHES}]")
_WORD_WITH_APOSTROPHE: Final = re.compile(f"[^\\W\\d_]+(?:[{APOSTROPHES}][^\\W\\d_]+)+")


def pinyin_spellings(syllables: Sequence[str]) -> Iterator[str]:
    """Give the spellings of some syllables of pinyin, then those in Wade-Giles."""
    if not syllables:
        return
    yield from _joined(syllables)
    known = wade_giles_forms()
    forms = [known.get(one, ()) for one in syllables]
    if len(syllables) > _SHORT:
        forms = [choices[:1] for choices in forms]
    for marked in product(*forms):
        yield from _wade_giles([one.replace("'", "") for one in marked], marked)


def wade_giles_spellings(text: str) -> Iterator[str]:
    """Give the spellings of a name that is written in Wade-Giles."""
    words = [word for word in BETWEEN_WORDS.split(text.casefold()) if word]
    if words:
        yield from _wade_giles([_APOSTROPHE.sub("", word) for word in words], words)


def unmarked_words(text: str) -> Iterator[str]:
    """Give each word of a text that holds an apostrophe, without it: Yan'an as yanan."""
    return (_APOSTROPHE.sub("", word) for word in _WORD_WITH_APOSTROPHE.findall(text.casefold()))


def _wade_giles(bare: Sequence[str], marked: Sequence[str]) -> Iterator[str]:
    """Give the spellings with all apostrophes lost, as they should be, and with one wherever one can stand."""
    yield from _joined(bare) if len(bare) <= _SHORT else (" ".join(bare),)
    yield " ".join(marked)
    yield " ".join(_ASPIRABLE.sub(r"\g<0>'", one) for one in bare)


def _joined(parts: Sequence[str]) -> Iterator[str]:
    """Give the ways to join syllables into words: all of a short name; of a long text none joined, and each run."""
    if len(parts) <= _SHORT:
        for gaps in product(("", " "), repeat=len(parts) - 1):
            yield "".join(part + gap for part, gap in zip(parts, (*gaps, ""), strict=True))
        return
    yield " ".join(parts)
    for start in range(len(parts)):
        for end in range(start + 2, min(start + MOST_JOINED, len(parts)) + 1):
            yield "".join(parts[start:end])
