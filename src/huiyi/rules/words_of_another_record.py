"""Two records of one kind say the same of themselves, word for word: one is a copy that was not rewritten."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("claim", "policy", "statistic", "term")

WORDS = {"claim": "statement", "policy": "provision", "statistic": "counted", "term": "gloss"}
"""What says of a record what it alone is."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another record of the kind says the same of itself, from elsewhere in a source."""
    key = WORDS[record.kind.name]
    alike = corpus.remembered((__name__, "words"), lambda: _by_words(corpus))
    words = node.value.get(key, "")
    others = alike.get((record.kind.name, words), ())
    strangers = [one for one in others if one is not record and _are_of_one_source(one, record)]
    if strangers:
        message = f"'{escape(words, 60)}' is said of '{escape(strangers[0].id, 60)}' as well"
        yield Fault(message, (key,), "say what this record alone is, or merge the two")


def _are_of_one_source(one: Record, other: Record) -> bool:
    """Say whether two records rest on different passages of one source."""
    passages, others = one.data.get("evidence", ()), other.data.get("evidence", ())
    sources = {item["source"] for item in passages}
    return passages != others and any(item["source"] in sources for item in others)


def _by_words(corpus: Corpus) -> Mapping[tuple[str, str], list[Record]]:
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for kind, key in WORDS.items():
        for record in corpus.by_kind[kind]:
            if key in record.data:
                found[kind, record.data[key]].append(record)
    return found
