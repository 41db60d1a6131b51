"""A pointer is printed with words of another meeting's names, and none of the meeting to which it leads."""

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

SEVERITY = "warning"
EXAMINES = "pointer"

SHORTEST = 4
"""From how many letters on a word tells one name from another."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a word of a pointer stands in one other record's names alone, and none in the target's."""
    key = next((key for key in ("meeting", "document") if key in node.value), "")
    target = corpus.records.get(node.value.get(key, ""))
    if target is None or target.kind.name != key or "printed" not in node.value:
        return
    bearers = corpus.remembered((__name__, key), lambda: _bearers(key, corpus))
    telling = {word for word in words_of(node.value["printed"]).split() if len(word) >= SHORTEST and word.isalpha()}
    fitting = [bearers[word] for word in sorted(telling) if word in bearers]
    sole = [min(some) for some in fitting if len(some) == 1]
    if sole and not any(target.id in some for some in fitting):
        other = sole[0]
        message = (
            f"'{escape(node.value['printed'], 60)}' leads to '{escape(target.id, 60)}', no name of which has its words"
        )
        yield Fault(
            message, (*node.route, key), f"is it '{escape(other, 60)}'? correct the pointer or the printed form"
        )


def _bearers(kind: str, corpus: Corpus) -> Mapping[str, set[str]]:
    """Give for each word the records of a kind in whose names it stands."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for record in corpus.by_kind[kind]:
        for name in record.data["names"]:
            for word in words_of(name["text"]).split():
                bearers[word].add(record.id)
    return bearers
