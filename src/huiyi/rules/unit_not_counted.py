"""Neither what a statistic counts nor its passages name its unit, or what is counted begins with another unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.expressing import expressions, unit_word
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "statistic"
NEEDS_TEXTS = True

PEOPLE = "people"
"""The word of the vocabulary that has more expressions than any list: whoever does or bears something."""
# In "rules for keepers" the rules are counted.
_PERSONAL = re.compile(
    r"(?:(?!\b(?:of|for|in|on|to|by|from|at|with|about|among)\b).)*"
    r"(?:\b\w+(?:er|or|ist|ant|(?<!m)ent|ian|ee|ate)s|\bthose who|\bpersonnel)\b",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where nothing names the unit, or another statistic's unit stands before it in what is counted."""
    unit, texts = node.value["unit"], passages(node, corpus)
    word = unit_word(unit, corpus)
    is_measure = bool(word) and expressions("unit", corpus)[word].is_beside_number
    if is_measure or not texts or "printed" not in node.value:
        return
    if not _is_named(unit, word, (node.value["counted"], *texts), corpus):
        why = "neither what is counted nor a passage names it"
    elif other := _counted_first(unit, node, corpus):
        why = f"what is counted begins with '{escape(other, 60)}'"
    else:
        return
    yield Fault(f"the unit is '{escape(unit, 60)}', and {why}", (*node.route, "unit"), "correct the unit or the words")


def _is_named(unit: str, word: str, told: tuple[str, ...], corpus: Corpus) -> bool:
    if word:
        is_of_people = word == PEOPLE and _PERSONAL.match(told[0])
        return bool(is_of_people or expressions("unit", corpus)[word].find(told))
    return any(words_of(unit) in words_of(text) for text in told)


def _counted_first(unit: str, node: Node, corpus: Corpus) -> str:
    """Give the unit of another statistic that is the first unit in what is counted; empty where this one is."""
    known = corpus.remembered((__name__, "units"), lambda: _units(corpus))
    first = next((word for word in words_of(node.value["counted"]).split() if word in known), "")
    return "" if first == unit.casefold() else first


def _units(corpus: Corpus) -> frozenset[str]:
    return frozenset(one.data["unit"].casefold() for one in corpus.by_kind["statistic"])
