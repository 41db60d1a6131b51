"""A statement has a word whose opposite, or a rival of its sort, is in its passage, and the word itself is not."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import NAMING, NOT_PRINTED, SUMMARY, passages, rests_on
from huiyi.values.language import OPPOSITES, PREFIXES
from huiyi.values.senses import contrary, meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first word of each retelling whose opposite its own passages have, and not the word.

    What sums up a record is held against all passages that the record cites.
    """
    if "evidence" not in node.value or node.value.get("basis") in NOT_PRINTED:
        return
    for key in NAMING:
        words = _WORD.findall(node.value[key].lower()) if isinstance(node.value.get(key), str) else []
        if OPPOSITES.keys().isdisjoint(words) and not any(map(meant, words)):
            continue
        cited = [passages(one, corpus) for one in (rests_on(node, record) if key == SUMMARY else [node])]
        if None in cited:
            continue
        printed = set(_words(chain.from_iterable(some for some in cited if some)))
        for word, other in chain(_opposites(words, printed), contrary(words, printed)):
            message = f"'{word}' stands here, and '{other}' in the passage"
            yield Fault(message, (*node.route, key), "compare the statement with the passage")
            break


def _opposites(words: list[str], printed: set[str]) -> Iterator[tuple[str, str]]:
    """Give each word that is not printed while an opposite of it is, which the statement has not."""
    for word in words:
        opposites = OPPOSITES.get(word, frozenset()) & printed - set(words)
        if opposites and word not in printed:
            yield word, min(opposites)


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Give the words of some passages; of two with a hyphen each, unless one changes the other."""
    for text in texts:
        for word in _WORD.findall(text.lower()):
            yield word
            parts = word.split("-")
            if parts[0] not in PREFIXES:
                yield from parts
