"""Two works of one author have titles of which one begins or ends with the other."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "name"

FEWEST_LETTERS = 12
"""Titles with fewer letters, or half as many Chinese characters, are too common to say anything."""

MOST_WORDS = 40

_WORDS = re.compile(r"[一-龥]|[^\W_]+")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the title begins, ends or is a title of another work by the same person."""
    if record.kind.name != "work":
        return
    titles = corpus.remembered((__name__, "titles"), lambda: _titles(corpus))
    mine = _creators(record)
    for part in _parts(_words(node.value["text"])):
        for other in titles.get(part, ()):
            if other.id != record.id and not _are_linked(record, other) and not mine.isdisjoint(_creators(other)):
                message = f"'{escape(node.value['text'], 60)}' holds a title of '{escape(other.id, 60)}' by one author"
                yield Fault(message, (*node.route, "text"), "join the two works, or name one as container")
                return


def _creators(work: Record) -> set[str]:
    return {creator["person"] for creator in work.data.get("creators", ())}


def _words(title: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(title.casefold()))


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give each beginning and end of a title that is long enough to tell, itself included."""
    for size in range(1, min(len(words), MOST_WORDS) + 1):
        for part in {words[:size], words[-size:]}:
            if sum(2 if "一" <= word <= "龥" else len(word) for word in part) >= FEWEST_LETTERS:
                yield part


def _are_linked(one: Record, other: Record) -> bool:
    return one.data.get("container") == other.id or other.data.get("container") == one.id


def _titles(corpus: Corpus) -> Mapping[tuple[str, ...], list[Record]]:
    """Give the works by title."""
    titles: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for work in corpus.by_kind["work"]:
        for title in {_words(name["text"]) for name in work.data["names"]}:
            titles[title].append(work)
    return titles
