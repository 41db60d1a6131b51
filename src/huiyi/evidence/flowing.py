"""A text as it reads: line breaks and runs of white space count as one space, and as none beside Chinese."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Chinese characters, as the inside of a class in a regular expression."""

_RUN = re.compile(r"\S+")
_SPACELESS = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uffef]")
_WORD = re.compile(f"[{HAN}]|[^\\s{HAN}]+")
# Raised figures are note marks glued to a word; they are no part of it, nor is the underscore of markup.
_LETTER = re.compile(f"[^\\W_{HAN}\u00b2\u00b3\u00b9\u2070\u2074-\u2079]")


@dataclass(frozen=True, slots=True)
class Flow:
    """A text without its line breaks: `text`, and for each of its characters the offset that it came from."""

    text: str
    origins: array[int]

    def places(self, words: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return where the flowing `words` stand whole between two offsets of the printed text.

        Each place is (start, end), in characters of the printed text. Places may overlap.
        """
        low, high = bisect_left(self.origins, start), bisect_left(self.origins, end)
        found = []
        at = self.text.find(words, low, high) if words else -1
        while at >= 0:
            after = at + len(words)
            if not cuts_word(self.text, at) and not cuts_word(self.text, after):
                found.append((self.origins[at], self.origins[after - 1] + 1))
            at = self.text.find(words, at + 1, high)
        return found


def flow(printed: str) -> Flow:
    """Return `printed` as it reads."""
    pieces: list[str] = []
    origins = array("L")
    previous = ""
    for run in _RUN.finditer(printed):
        piece = run.group()
        # Chinese is broken over lines anywhere and takes no space, so a space beside it says nothing.
        if previous and not _SPACELESS.match(previous[-1]) and not _SPACELESS.match(piece):
            pieces.append(" ")
            origins.append(run.start() - 1)
        pieces.append(piece)
        origins.extend(range(run.start(), run.end()))
        previous = piece
    return Flow("".join(pieces), origins)


def without_case(flowing: Flow) -> Flow:
    """Return the same text in lower case, offset for offset."""
    lowered = flowing.text.lower()
    if len(lowered) != len(flowing.text):
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in flowing.text)
    return Flow(lowered, flowing.origins)


def cuts_word(text: str, at: int) -> bool:
    """Say whether a cut before the character at offset `at` would fall inside a word or a number."""
    return 0 < at < len(text) and bool(_LETTER.match(text[at - 1]) and _LETTER.match(text[at]))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each word of `text`; a Chinese character counts as a word."""
    return [word.span() for word in _WORD.finditer(text)]
