"""A text that should be in our own words repeats the source at length."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from huiyi.evidence.flowing import HAN
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "own-text"
NEEDS_TEXTS = True

MOST_WORDS = 12
MOST_CHARACTERS = 20
"""So many words or Chinese characters in a row are a copy."""

_CHARACTER = re.compile(f"[{HAN}]")
_LETTER = "[^\\W_\u00b2\u00b3\u00b9\u2070\u2074-\u2079" + HAN + "]"
_WORD = re.compile(f"(?P<character>[{HAN}])|{_LETTER}+(?:['’-]{_LETTER}+)*")


class Run(NamedTuple):
    """So many words in a row that they would be a copy, and the offset at which they start."""

    words: str
    start: int


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first copied run in each text of the node; printed forms and titles are exempt."""
    for field, route, text in node.own_texts:
        if field.key == "title" or len(text) < MOST_CHARACTERS:
            continue
        copied = corpus.remembered((__name__, "copied"), lambda: _runs_of_sources(corpus))
        run = next((run for run in _runs(text) if run.words in copied), None)
        if run is not None:
            source, start = copied[run.words]
            line = corpus.texts[source].line_of(start)
            is_chinese = _CHARACTER.match(run.words)
            size = f"{MOST_CHARACTERS} characters" if is_chinese else f"{MOST_WORDS} words"
            shown = escape(run.words.replace(" ", "") if is_chinese else run.words, 60)
            where = f"line {line} of '{escape(source, 60)}'"
            message = f"{size} in a row stand on {where}: '{shown}'"
            yield Fault(message, route, "say it in other words")


def _runs(text: str) -> Iterator[Run]:
    """Give every run of the forbidden length; Chinese and other words do not run on into each other."""
    for sort, stretch in groupby(_WORD.finditer(text), key=attrgetter("lastgroup")):
        row = list(stretch)
        size = MOST_CHARACTERS if sort else MOST_WORDS
        words = [match[0].casefold() for match in row] if len(row) >= size else []
        for first in range(len(words) - size + 1):
            yield Run(" ".join(words[first : first + size]), row[first].start())


def _runs_of_sources(corpus: Corpus) -> Mapping[str, tuple[str, int]]:
    """Give every run of the sources, with the source and the offset where it first stands."""
    found: dict[str, tuple[str, int]] = {}
    for source, text in corpus.texts.items():
        for run in _runs(text.text):
            found.setdefault(run.words, (source, run.start))
    return found
