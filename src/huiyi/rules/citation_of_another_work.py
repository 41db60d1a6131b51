"""A citation as printed, or its passage, has no word of the work that it is read as, and some of another on record."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "citation"

SHORTEST = 4
"""From how many letters on a word tells one title from another; a Chinese one does with fewer."""

LONG = 3
"""How many such words a title has that no sentence prints by chance."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where title and creators of the work share no word with what is printed, and those of another do.

    Where no printed form is recorded, the passage must print the title of another work as a whole.
    """
    work = corpus.records.get(node.value.get("work", ""))
    if work is None:
        return
    titles = corpus.remembered((__name__, "titles"), lambda: _titles(corpus))
    form = node.value.get("printed") or " ".join(passages(node, corpus) or ())
    fitting = {identifier for word in _telling(form) for identifier in titles.get(word, ())}
    if "printed" not in node.value:
        whole = f" {words_of(form)} "
        named = {one for one in fitting if any(f" {title} " in whole for title in _long_titles(one, corpus))}
        # A note may cite several works, of which each has a citation of its own.
        beside = {one.get("work") for one in (node.parent.value["citations"] if node.parent else ())}
        fitting = set() if work.id in fitting else named - beside
    if fitting and work.id not in fitting:
        message = f"'{escape(work.id, 60)}' has no word of '{escape(form, 60)}'"
        hint = f"is it '{escape(min(fitting), 60)}'? correct the work or the printed form"
        yield Fault(message, (*node.route, "work"), hint)


def _long_titles(work: str, corpus: Corpus) -> Iterator[str]:
    """Give the names of a work that have words enough to tell that it is meant, reduced to words."""
    titles = (name["text"] for name in corpus.records[work].data.get("names", ()))
    yield from (words_of(title) for title in titles if len(_telling(title)) >= LONG)


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
