"""A text reduced to its words, so that what a record prints is found whatever the punctuation around it."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from huiyi.evidence.broken import gaps
from huiyi.evidence.flowing import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_RAISED = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079"
_CHINESE_NUMERALS = "〇零一二两三四五六七八九十百千万亿"
# The figure after a year and a full stop is the mark of a note.
_YEAR = r"(?:1[89]|20)\d\d"
# A raised figure is a number of its own, not the end of the word it stands on.
_WORD = re.compile(
    rf"[{_RAISED}]+|[{_CHINESE_NUMERALS}]+|[{HAN}]"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])|{_YEAR}(?=\.\d{{1,3}}(?![\w.]))"
    rf"|\d+\.\d+(?![\d.])|\d+(?:st|nd|rd|th)?(?![^\W_{HAN}{_RAISED}])"
    rf"|[^\W_{HAN}{_RAISED}]+"
)
_CUT = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][^\S\n]*\n\s*(?=[^\W\d_])")


@dataclass(frozen=True)
class Stretches:
    """Parts of a text, by the offsets at which they start and end: in order, and none within another."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The parts one by one, as (start, end)."""
        return tuple(zip(self.starts, self.ends, strict=True))

    def enclose(self, start: int, end: int) -> bool:
        """Say whether any one of the parts holds the offset `start` and reaches beyond the offset `end`."""
        # Of the parts that have begun by `start` the last reaches farthest.
        begun = bisect_right(self.starts, start)
        return begun > 0 and end < self.ends[begun - 1]


def stretches(spans: Iterable[tuple[int, int]]) -> Stretches:
    """Put spans (start, end) of a text in order, without those that lie within another."""
    outer: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not outer or end > outer[-1][1]:
            outer.append((start, end))
    return Stretches(tuple(start for start, _ in outer), tuple(end for _, end in outer))


@dataclass(frozen=True)
class Wording:
    """The words of a text, and for each the offsets at which it, and the last of its pieces, begin."""

    words: tuple[str, ...]
    begins: array[int]
    ends: array[int]

    @cached_property
    def numbers(self) -> Mapping[str, array[int]]:
        """The places of each word among the words, in order."""
        found: dict[str, array[int]] = defaultdict(lambda: array("L"))
        for number, word in enumerate(self.words):
            found[word].append(number)
        return dict(found)

    def holds(self, sought: str, within: Stretches) -> bool:
        """Say whether some words, as `words_of` gives them, stand one after the other in any of the stretches."""
        words = tuple(sought.split())
        if not words or not within.starts or not all(word in self.numbers for word in words):
            return False
        # From the rarest word: what is sought among many passages is looked for in few places.
        rarest = min(range(len(words)), key=lambda at: len(self.numbers[words[at]]))
        numbers = self.numbers[words[rarest]]
        low = bisect_left(numbers, bisect_left(self.begins, within.starts[0]) + rarest)
        high = bisect_left(numbers, bisect_left(self.begins, within.ends[-1]))
        firsts = (numbers[at] - rarest for at in range(low, high))
        return any(
            self.words[first : first + len(words)] == words
            and within.enclose(self.begins[first], self.ends[first + len(words) - 1])
            for first in firsts
        )


def wording(text: str, *, joins_cut_words: bool = False) -> Wording:
    """Reduce a text to its words; `joins_cut_words` makes those whole that a line's end cuts, hyphen or none."""
    matches = list(_WORD.finditer(text))
    cuts = {*(cut.end() for cut in _CUT.finditer(text)), *(end for _, end in gaps(text))} if joins_cut_words else set()
    if not cuts:
        places = array("L", [match.start() for match in matches])
        return Wording(tuple(_plain(match[0]) for match in matches), places, places)
    words: list[str] = []
    begins, ends = array("L"), array("L")
    for match in matches:
        word = _plain(match[0])
        if words and match.start() in cuts:
            words[-1] += word
            ends[-1] = match.start()
        else:
            words.append(word)
            begins.append(match.start())
            ends.append(match.start())
    return Wording(tuple(words), begins, ends)


def words_of(text: str) -> str:
    """Give the words of a short text as a wording holds them; empty where it has none."""
    return " ".join(wording(text).words)


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    if word.isascii():
        return word.lower().replace(",", "")
    folded = unicodedata.normalize("NFKC", word).casefold()
    return folded.replace(",", "").replace(" ", "")
