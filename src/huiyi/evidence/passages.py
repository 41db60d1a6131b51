"""Finding a cited passage: from its lines and its first and last words to its place in the text."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from huiyi.evidence.flowing import flow, word_spans
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.evidence.texts import SourceText

MOST_WORDS = 6
"""How many words, or Chinese characters, an end of a passage may quote."""

_LONGEST_QUOTED = 60
_MOST_SEARCHED = 5_000
_LOWEST_LIKENESS = 75

Fault = Literal[
    "lines-beyond-text",
    "blank-lines",
    "opening-not-in-lines",
    "closing-not-in-lines",
    "closing-before-opening",
    "several-passages",
]


class Passage(NamedTuple):
    """What an item of evidence points to: a source, its lines `first` to `last`, the ends of the passage.

    Without `opening` the passage starts with the first line, without `closing` it ends with the last. Both
    alike cite a single word.
    """

    source: str
    first: int
    last: int
    opening: str | None = None
    closing: str | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which passages are sorted."""
        return (self.source, self.first, self.last, self.opening or "", self.closing or "")

    def __str__(self) -> str:
        """Name the passage as a curator would."""
        ends = [f"from {_quoted(self.opening)}"] if self.opening else []
        ends += [f"to {_quoted(self.closing)}"] if self.closing else []
        return escape(" ".join([self.source, _lines(self.first, self.last), *ends]))


@dataclass(frozen=True, slots=True)
class Located:
    """The place of a passage: character offsets into the whole text, and the SHA-256 of its UTF-8."""

    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a passage has no place: the kind of fault, a sentence that states it, and a proposal or nothing."""

    fault: Fault
    reason: str
    hint: str = ""


def selector(item: Mapping[str, Any]) -> Passage:
    """Return what an item of evidence in a record points to. White space in its ends does not count."""
    first, last = item["lines"]
    return Passage(item["source"], first, last, _flat(item.get("from")), _flat(item.get("to")))


# Many rules ask for the same passages, record after record.
@lru_cache(maxsize=4096)
def _flat(words: str | None) -> str | None:
    return (" ".join(words.split()) or None) if words else None


def words_in(end: str) -> int:
    """Count the words of `end`, each Chinese character as one: at most MOST_WORDS may stand in a record."""
    return len(end.split()) if end.isascii() else len(word_spans(end))


def locate(passage: Passage, text: SourceText) -> Located | NotFound:
    """Find a passage in the text of its source.

    The ends match whole words, letter for letter, over any white space; a passage runs to the first place of its
    closing words after the opening ones. Opening words that its lines hold twice are not found: a pointer to two
    places proves neither. The text remembers the answer.
    """
    place = text.located.get(passage)
    if place is None:
        place = text.located[passage] = _locate(passage, text)
    return place


def _locate(passage: Passage, text: SourceText) -> Located | NotFound:
    if not text.has_lines(passage.first, passage.last):
        reason = f"{passage.source} has {text.line_count} lines, no {_lines(passage.first, passage.last)}"
        return NotFound("lines-beyond-text", reason)
    found = solutions(passage, text)
    if len(found) == 1:
        start, end = found[0]
        return Located(start, end, hashlib.sha256(text.text[start:end].encode()).hexdigest())
    return _explain(passage, text)


def solutions(passage: Passage, text: SourceText) -> list[tuple[int, int]]:
    """Return the places (start, end) that answer to a passage, two at most. The text must have its lines."""
    start, end = text.span(passage.first, passage.last)
    if not text.text[start:end].strip():
        return []
    openings = _ends(passage.opening, text, (start, end), start)
    closings = _ends(passage.closing, text, (start, end), end)
    return list(islice(_pairs(openings, closings), 2))


def _ends(words: str | None, text: SourceText, span: tuple[int, int], default: int) -> list[tuple[int, int]]:
    """Return where an end of a passage may stand; an end that is not given stands at `default`."""
    if words is None:
        return [(default, default)]
    return text.flowing.places(flow(words).text, *span)


def _pairs(openings: list[tuple[int, int]], closings: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the passage from each opening to the first closing after it; the two may overlap, but not change places.

    Of each of the two the places follow one another by their starts and by their ends alike.
    """
    starts, ends = [start for start, _ in closings], [end for _, end in closings]
    for opening in openings:
        first = max(bisect_left(starts, opening[0]), bisect_left(ends, opening[1]))
        if first < len(closings):
            yield opening[0], closings[first][1]


def _explain(passage: Passage, text: SourceText) -> NotFound:
    """Say why a passage whose lines exist has not exactly one place."""
    lines = _lines(passage.first, passage.last)
    start, end = span = text.span(passage.first, passage.last)
    if not text.text[start:end].strip():
        return NotFound("blank-lines", f"nothing stands on {lines} of {passage.source}")
    openings = _ends(passage.opening, text, span, start)
    closings = _ends(passage.closing, text, span, end)
    if passage.opening and not openings:
        reason = f"{_quoted(passage.opening)} is not on {lines} of {passage.source}"
        return NotFound("opening-not-in-lines", reason, _elsewhere(passage.opening, passage, text))
    if passage.closing and not closings:
        reason = f"{_quoted(passage.closing)} is not on {lines} of {passage.source}"
        return NotFound("closing-not-in-lines", reason, _elsewhere(passage.closing, passage, text))
    if not any(_pairs(openings, closings)):
        opening, closing = _quoted(passage.opening or ""), _quoted(passage.closing or "")
        reason = f"{closing} stands before {opening} on {lines} of {passage.source}, not after it"
        hint = _elsewhere(passage.closing or "", passage, text)
        return NotFound("closing-before-opening", reason, hint)
    opening = _quoted(passage.opening or "")
    reason = f"{opening} stands {len(openings)} times on {lines} of {passage.source}: more than one passage answers"
    return NotFound("several-passages", reason, "cite fewer lines, or more of the opening words")


def _elsewhere(words: str, passage: Passage, text: SourceText) -> str:
    """Propose the nearest line outside the cited ones that has the words, or one that has other capitals."""

    def distance(line: int) -> int:
        return max(passage.first - line, line - passage.last)

    flowing = flow(words).text
    whole = (0, len(text.text))
    lines = {text.line_of(start) for start, _ in text.flowing.places(flowing, *whole)}
    outside = lines - set(range(passage.first, passage.last + 1))
    if outside:
        return f"it stands on line {min(outside, key=lambda line: (distance(line), line))}"
    places = text.flowing_without_case.places(flowing.lower(), *whole)
    if lines:
        return ""
    if not places:
        return _misspelt(words, passage, text)
    start, end = min(places, key=lambda place: (distance(text.line_of(place[0])), place))
    return f"line {text.line_of(start)} prints {_quoted(' '.join(text.text[start:end].split()))}"


def _misspelt(words: str, passage: Passage, text: SourceText) -> str:
    """Propose the words on the cited lines that resemble those of an end most; nothing where none do."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only words that are not there need the search

    start, end = text.span(passage.first, passage.last)
    cited = text.text[start : min(end, start + _MOST_SEARCHED)]
    spans, count = word_spans(cited), words_in(words)
    stretches = (cited[left[0] : right[1]] for left, right in zip(spans, spans[count - 1 :], strict=False))
    alike = [" ".join(stretch.split()) for stretch in stretches]
    match = process.extractOne(" ".join(words.split()), alike, scorer=fuzz.ratio, score_cutoff=_LOWEST_LIKENESS)
    return f"line {text.line_of(start + spans[match[2]][0])} prints {_quoted(match[0])}" if match else ""


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}-{last}"


def _quoted(words: str) -> str:
    return f'"{escape(words, _LONGEST_QUOTED)}"'
