"""Writing evidence for the curator: from a line number or a phrase to a block to paste into a record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from huiyi.evidence.flowing import HAN, cuts_word, flow, word_spans
from huiyi.evidence.passages import MOST_WORDS, Passage, solutions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from huiyi.evidence.texts import SourceText

Item = dict[str, Any]
"""An item of evidence as a record holds it: `source`, `lines`, and where needed `from` and `to`."""

MOST_CANDIDATES = 50
MOST_NEAR = 3
MOST_SOUGHT = 200
"""How many characters of a phrase that is not there are compared with the text."""
_LOWEST_SCORE = 60

_LINES = re.compile(r"([0-9]{1,40})(?:\s*[-–]\s*([0-9]{1,40}))?")
_BROKEN = r"(?:-?[^\S\n]*\n[^\S\n]*)?"
# Plain scalars only where no reader of YAML can take them for anything but text.
_PLAIN = re.compile(f"(?:[A-Za-z(]|[{HAN}]|[0-9]+ [A-Za-z])(?:[A-Za-z0-9 .'’()/，。、-]|[{HAN}])*(?<![ -])")
_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that resembles what was asked for: its first line, its words, its likeness (0 to 100)."""

    line: int
    words: str
    score: int


@dataclass(frozen=True, slots=True)
class NotCited:
    """Why nothing can be cited, and what comes nearest, best first."""

    reason: str
    nearest: tuple[Near, ...] = ()


def cite(text: SourceText, what: str) -> list[Item] | NotCited:
    """Return the evidence for `what`: a line (`27`), lines (`51-53`) or a phrase, an item for each match.

    A phrase matches whole words in capitals or not, over line breaks, or over words that a line end cuts.
    Each item has the fewest words at its ends that single its passage out; one that repeats within its lines
    is widened until it is unique. A number in quotation marks is a phrase.
    """
    asked = " ".join(what.split())
    if numbers := _LINES.fullmatch(asked):
        return _cite_lines(text, int(numbers[1]), int(numbers[2] or numbers[1]))
    is_quoted = len(asked) > 1 and asked[0] == asked[-1] == '"'
    return _cite_phrase(text, asked[1:-1].strip() if is_quoted else asked)


def as_yaml(items: Iterable[Mapping[str, Any]]) -> str:
    """Write items of evidence as a block of YAML, one item a line."""
    return "".join(f"- {{{', '.join(_fields(item))}}}\n" for item in items)


def _cite_lines(text: SourceText, first: int, last: int) -> list[Item] | NotCited:
    asked = f"line {first}" if first == last else f"lines {first}-{last}"
    if first > last:
        return NotCited(f"{asked} run backwards")
    if first < 1:
        return NotCited("lines are counted from 1")
    if last > text.line_count:
        return NotCited(f"line {last} is beyond line {text.line_count}")
    if text.blank_lines.issuperset(range(first, last + 1)):
        return NotCited(f"no words stand on {asked}")
    return [_item(Passage(text.source_id, first, last))]


def _cite_phrase(text: SourceText, phrase: str) -> list[Item] | NotCited:
    if not phrase:
        return NotCited("a line, a range of lines or a phrase is needed")
    places = _places(phrase, text)
    if not places:
        return NotCited("the phrase is not in the text", tuple(_nearest(phrase, text)))
    if len(places) > MOST_CANDIDATES:
        return NotCited(f"the phrase stands at {len(places)} places; add words to it")
    passages = dict.fromkeys(passage for place in places if (passage := _passage(text, *place)))
    if not passages:
        first = text.line_of(places[0][0])
        return NotCited(f"line {first} repeats the phrase and all around it; cite the line as a whole")
    return [_item(passage) for passage in passages]


def _item(passage: Passage) -> Item:
    item: Item = {"source": passage.source, "lines": [passage.first, passage.last]}
    ends = {"from": passage.opening, "to": passage.closing}
    return item | {key: words for key, words in ends.items() if words}


def _places(phrase: str, text: SourceText) -> list[tuple[int, int]]:
    """Return the places (start, end) of a phrase; words cut by a line end only when none is whole."""
    whole = (0, len(text.text))
    found = text.flowing_without_case.places(flow(phrase).text.lower(), *whole)
    if found:
        return found
    # Most phrases that are not there are told by how they begin; to search for all of a long one takes seconds.
    if not re.search(_broken(phrase[:MOST_SOUGHT]), text.text, re.IGNORECASE):
        return []
    broken = re.finditer(_broken(phrase), text.text, re.IGNORECASE)
    return [match.span() for match in broken if not any(cuts_word(text.text, at) for at in match.span())]


def _broken(phrase: str) -> str:
    """Return the pattern of a phrase of which any word may be cut by a line end."""
    return r"\s+".join(_BROKEN.join(re.escape(letter) for letter in word) for word in phrase.split())


def _passage(text: SourceText, start: int, end: int) -> Passage | None:
    """Return the passage of a place with the fewest words at its ends, widened where its words repeat."""
    first, last = text.line_of(start), text.line_of(end - 1)
    left, right = text.span(first, last)
    if (start, end) == (left, right):
        return Passage(text.source_id, first, last)
    before = [left + word for word, _ in word_spans(text.text[left:start])]
    after = [end + word for _, word in word_spans(text.text[end:right])]
    for more in range(MOST_WORDS + 1):
        wider_start = [start, *reversed(before)][min(more, len(before))]
        wider_end = [end, *after][min(more, len(after))]
        for opening, closing in _ends(text.text[wider_start:wider_end]):
            passage = Passage(text.source_id, first, last, opening, closing)
            if solutions(passage, text) == [(wider_start, wider_end)]:
                return passage
    return None


def _ends(words: str) -> Iterator[tuple[str, str]]:
    """Yield the first and last words of a passage, from one each to MOST_WORDS each, the fewest first."""
    spans = word_spans(words)
    openings = [" ".join(words[:end].split()) for _, end in spans[:MOST_WORDS]]
    closings = [" ".join(words[start:].split()) for start, _ in reversed(spans[-MOST_WORDS:])]
    sizes = product(range(len(openings)), repeat=2)
    for opening, closing in sorted(sizes, key=lambda size: (sum(size), max(size), size)):
        yield openings[opening], closings[closing]


def _nearest(phrase: str, text: SourceText) -> list[Near]:
    """Return the places most like the beginning of a phrase, best first, each on lines of its own."""
    sought = phrase[:MOST_SOUGHT].lower()
    # Each line is searched together with as much of what follows as the phrase could reach into.
    windows = [
        text.text[start : text.span(line, line)[1] + len(sought)].lower()
        for line, start in enumerate(text.starts, start=1)
    ]
    best = process.extract(sought, windows, scorer=fuzz.partial_ratio, score_cutoff=_LOWEST_SCORE, limit=20)
    near: dict[int, Near] = {}
    for window, _, index in best:
        match = fuzz.partial_ratio_alignment(sought, window)
        if match and len(window) >= len(sought):
            first = text.starts[index]
            start, end = _whole_words(text.text, first + match.dest_start, first + match.dest_end)
            line = text.line_of(start)
            words = " ".join(text.text[start:end].split())
            near.setdefault(line, Near(line, words, round(match.score)))
    return list(near.values())[:MOST_NEAR]


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the ends of a span out to the ends of its words, and its start past white space."""
    while text[start].isspace() and start < end - 1:
        start += 1
    while cuts_word(text, start):
        start -= 1
    while cuts_word(text, end):
        end += 1
    return start, end


def _fields(item: Mapping[str, Any]) -> Iterator[str]:
    first, last = item["lines"]
    yield f"source: {_scalar(item['source'])}"
    yield f"lines: [{first}, {last}]"
    for end in ("from", "to"):
        if end in item:
            yield f"{end}: {_scalar(item[end])}"


def _scalar(words: str) -> str:
    """Write a text as a YAML scalar in a flow mapping: plain where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(words) and words.lower() not in _NOT_TEXT:
        return words
    return '"' + "".join(_escaped(letter) for letter in words) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
