"""A text reduced to its words, so that what a record prints is found whatever the punctuation around it."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass

from huiyi.evidence.flowing import HAN

_RAISED = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079"
_CHINESE_NUMERALS = "〇零一二两三四五六七八九十百千万亿"
# A raised figure is a number of its own, not the end of the word it stands on.
_WORD = re.compile(
    rf"[{_RAISED}]+|[{_CHINESE_NUMERALS}]+|[{HAN}]"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])|\d+\.\d+(?![\d.])|\d+(?:st|nd|rd|th)?(?![^\W_{HAN}{_RAISED}])"
    rf"|[^\W_{HAN}{_RAISED}]+"
)
_CUT = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][^\S\n]*\n\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text with a space around each, and the offset that each character came from."""

    text: str
    origins: array[int]

    def holds(self, words: str, start: int, end: int) -> bool:
        """Say whether some words, as `words_of` gives them, stand between two offsets of the text."""
        low, high = bisect_left(self.origins, start), bisect_left(self.origins, end)
        return self.text.find(f" {words} ", low, high + 1) >= 0


def wording(text: str, *, joins_cut_words: bool = False) -> Wording:
    """Reduce a text to its words; `joins_cut_words` takes a hyphen at a line's end for the printer's."""
    cuts = {cut.start(): cut.end() for cut in _CUT.finditer(text)} if joins_cut_words else {}
    pieces: list[str] = []
    origins = array("L")
    for match in _WORD.finditer(text):
        word = _plain(match[0])
        is_joined = bool(pieces) and match.start() in cuts.values()
        pieces.append(word if is_joined else f" {word}")
        origins.extend([match.start()] * len(pieces[-1]))
    origins.append(len(text))
    return Wording("".join(pieces) + " ", origins)


def words_of(text: str) -> str:
    """Give the words of a short text as a wording holds them; empty where it has none."""
    return wording(text).text.strip()


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKC", word).casefold()
    return folded.replace(",", "")
