"""The printed form of a citation has no word of the work that it is read as, and has some of another work on record."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "citation"

SHORTEST = 4
"""From how many letters on a word tells one title from another; a Chinese one does with fewer."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where title and creators of the work share no word with what is printed, and those of another do."""
    work = corpus.records.get(node.value.get("work", ""))
    if work is None or "printed" not in node.value:
        return
    titles = corpus.remembered((__name__, "titles"), lambda: _titles(corpus))
    printed = _telling(node.value["printed"])
    fitting = {identifier for word in printed for identifier in titles.get(word, ())}
    if fitting and work.id not in fitting:
        message = f"'{escape(work.id, 60)}' has no word of '{escape(node.value['printed'], 60)}'"
        hint = f"is it '{escape(min(fitting), 60)}'? correct the work or the printed form"
        yield Fault(message, (*node.route, "work"), hint)


def _telling(text: str) -> set[str]:
    words = words_of(text).split()
    return {word for word in words if not word.isdigit() and (len(word) >= SHORTEST or not word.isascii())}


def _titles(corpus: Corpus) -> Mapping[str, set[str]]:
    """Give for each telling word the works in whose names, or in whose creators' names, it stands."""
    titles: dict[str, set[str]] = defaultdict(set)
    for work in corpus.by_kind["work"]:
        creators = (corpus.records.get(next(iter(_creator(one)), "")) for one in work.data.get("creators", ()))
        for one in (work, *(creator for creator in creators if creator is not None)):
            for name in one.data.get("names", ()):
                for word in _telling(name["text"]):
                    titles[word].add(work.id)
    return titles


def _creator(creator: Mapping[str, str]) -> Iterator[str]:
    return (creator[key] for key in ("person", "organization") if key in creator)
