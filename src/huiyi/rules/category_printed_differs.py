"""A category of cadres is printed with words of another category than the one that it is sorted under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "jurisdiction.category"

EVERYWHERE = frozenset({"and", "cadre", "cadres", "for", "in", "of", "or", "other", "others", "the", "various", "work"})
"""Words that stand in the names of many categories and tell none from another."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another category has every word of the printed form that this one has, and more of them."""
    words = corpus.vocabulary("cadre-category")
    own = node.value["category"]
    if words is None or own not in words or "printed" not in node.value:
        return
    labels = corpus.remembered((__name__, "labels"), lambda: _labels(words))
    printed = _telling(node.value["printed"])
    shared = labels[own] & printed
    better = [key for key, label in labels.items() if label & printed > shared]
    if better:
        best = max(better, key=lambda key: len(labels[key] & printed))
        message = f"'{escape(node.value['printed'], 60)}' is sorted under '{escape(own, 60)}'"
        yield Fault(message, (*node.route, "category"), f"is it '{escape(best, 60)}'? correct one of the two")


def _labels(words: Mapping[str, Mapping[str, str]]) -> dict[str, frozenset[str]]:
    return {key: _telling(word["label"]) for key, word in words.items()}


def _telling(text: str) -> frozenset[str]:
    return frozenset(words_of(text).split()) - EVERYWHERE
