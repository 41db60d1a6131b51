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
    """Give a fault where another record of the kind has the same words in the same field."""
    key = WORDS[record.kind.name]
    alike = corpus.remembered((__name__, "words"), lambda: _by_words(corpus))
    words = node.value.get(key, "")
    others = [one for one in alike.get((record.kind.name, words), ()) if one != record.id]
    if others:
        message = f"'{escape(words, 60)}' is said of '{escape(others[0], 60)}' as well"
        yield Fault(message, (key,), "say what this record alone is, or merge the two")


def _by_words(corpus: Corpus) -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, key in WORDS.items():
        for record in corpus.by_kind[kind]:
            if key in record.data:
                found[kind, record.data[key]].append(record.id)
    return found
