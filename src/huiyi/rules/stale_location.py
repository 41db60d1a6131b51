"""The lock was written from another state of a source than the one on record or at hand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.covering import cited_passages, page_maps
from huiyi.evidence import stale
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Stale
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "source"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the lock and the text or the record of the source disagree."""
    locked = corpus.lock.sources.get(record.id)
    found = corpus.remembered((__name__, "found"), lambda: _found(corpus))[record.id] if locked else []
    if found:
        more = f", and {len(found) - 1} more are stale" if len(found) > 1 else ""
        yield Fault(escape(found[0].message) + more, ("sha256",), "write the lock anew with 'huiyi lock'")


def _found(corpus: Corpus) -> Mapping[str, list[Stale]]:
    """Give what has changed since the lock was written, by source."""
    passages = (passage for cited in cited_passages(corpus).values() for passage in cited)
    digests = {one.id: one.data["sha256"] for one in corpus.by_kind["source"]}
    found = defaultdict(list)
    for one in stale(corpus.lock, passages, corpus.texts, page_maps(corpus), digests):
        if one.kind in {"changed", "source-changed"}:
            found[one.source].append(one)
    return found
