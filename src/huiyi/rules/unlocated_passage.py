"""A cited passage is not in the lock yet, so that nobody without the text can check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import MOST_WORDS, NotFound, selector, words_in
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("source", "evidence")
BLOCKS_RELEASE = True

HINT = "whoever has the source texts writes it with 'huiyi lock'"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a cited source that the lock lacks, and for each other passage that it lacks."""
    if node.shape.name == "source":
        if record.id not in corpus.lock.sources and record.id in corpus.references_to:
            yield Fault(f"the lock does not hold '{escape(record.id, 60)}', which records cite", ("id",), HINT)
        return
    passage = selector(node.value)
    known = corpus.lock.sources.get(passage.source)
    if known is None or passage in corpus.lock.entries or corpus.lock.problems:
        return
    # Lines and words that cannot stand are told by reversed-lines and selector-too-long.
    if passage.first > passage.last or passage.last > known.lines or _is_too_long(passage):
        return
    # A passage that its text does not hold cannot be locked: that is passage-not-found.
    if not isinstance(located(passage, corpus), NotFound):
        yield Fault(f"the lock does not hold {passage}", node.route, HINT)


def _is_too_long(passage: Passage) -> bool:
    return any(words_in(end) > MOST_WORDS for end in (passage.opening, passage.closing) if end)
