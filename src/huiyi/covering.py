"""How much of a source the records account for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence import locate, selector, source_entry
from huiyi.evidence.coverage import Coverage, coverage, with_characters
from huiyi.evidence.passages import Located

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.corpus import Corpus
    from huiyi.evidence import Passage


def cited_passages(corpus: Corpus) -> Mapping[str, frozenset[Passage]]:
    """Give the passages that records cite, by source."""
    return corpus.remembered(__name__, lambda: _cited_passages(corpus))


def _cited_passages(corpus: Corpus) -> Mapping[str, frozenset[Passage]]:
    found: dict[str, set[Passage]] = {record.id: set() for record in corpus.by_kind["source"]}
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name == "evidence" and node.value["source"] in found:
                found[node.value["source"]].add(selector(node.value))
    return {source: frozenset(passages) for source, passages in found.items()}


def cover(corpus: Corpus, source: str) -> Coverage | None:
    """Measure the coverage of a source; None where neither its text nor the lock tells which lines are blank.

    Where the text is at hand the measure includes how much of each line the passages cover.
    """
    text = corpus.texts.get(source)
    entry = source_entry(text) if text else corpus.lock.sources.get(source)
    if entry is None:
        return None
    passages = cited_passages(corpus)[source]
    empty = [tuple(part["lines"]) for part in corpus.records[source].data.get("no_data", ())]
    measured = coverage(entry.lines, [(passage.first, passage.last) for passage in passages], empty, entry.blank)
    if text is None:
        return measured
    places = (locate(passage, text) for passage in passages)
    spans = [(place.start, place.end) for place in places if isinstance(place, Located)]
    return with_characters(measured, text, spans)
