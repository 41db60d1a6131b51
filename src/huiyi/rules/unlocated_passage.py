"""A cited passage is not in the lock yet, so that nobody without the text can check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence import NotFound, locate, selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
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
    if passage.source not in corpus.lock.sources or passage in corpus.lock.entries or passage.first > passage.last:
        return
    text = corpus.texts.get(passage.source)
    # A passage that its text does not hold cannot be locked: that is passage-not-found.
    if text is None or not isinstance(locate(passage, text), NotFound):
        yield Fault(f"the lock does not hold {passage}", node.route, HINT)
