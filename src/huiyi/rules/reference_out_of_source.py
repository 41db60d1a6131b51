"""A statement from one source refers to a thing that, by its own record, no passage of that source knows."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.evidence import selector
from huiyi.findings import Fault
from huiyi.naming import named
from huiyi.surroundings import outward, own_words
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "content"

CURATORS_OWN = frozenset({"differs_from", "rivals", "retellings", "told_again"})
"""References that we draw between sources, and that no source makes."""
NOT_STATEMENTS = frozenset({"evidence", "anomaly", "source", "source.unit", "source.empty"})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each reference to a record that no source of the statement knows, by evidence or by name."""
    if node.shape.name in NOT_STATEMENTS or node.value.get("basis", "stated") == "supplied":
        return
    own: frozenset[str] | None = None
    for _, route, target in node.references:
        identifier = target.partition("#")[0]
        other = corpus.records.get(identifier)
        if other is None or identifier == record.id or CURATORS_OWN & set(route):
            continue
        own = _sources_around(node, record, corpus) if own is None else own
        known = _sources_of(other, corpus)
        if own and known and not own & known and not _is_named(identifier, own, corpus):
            message = (
                f"'{escape(target, 60)}' is known from {_named(known)} alone, and this statement rests on {_named(own)}"
            )
            hint = f"correct the reference, or name it here, or cite in '{escape(identifier, 60)}' what tells of it"
            yield Fault(message, route, hint)


def _sources_around(node: Node, record: Record, corpus: Corpus) -> frozenset[str]:
    """Give the sources that the node and all that it stands in cite; none where that is in doubt."""
    found: frozenset[str] = frozenset()
    for around in outward(node):
        if cited := around.value.get("evidence"):
            key = (__name__, record.document.path, around.route)
            own = corpus.remembered(key, partial(_sources, cited, corpus))
            if not own:
                return own
            found |= own
    return found


def _is_named(identifier: str, sources: frozenset[str], corpus: Corpus) -> bool:
    """Say whether any statement that rests on one of some sources names a record in our own words."""
    known = corpus.remembered((__name__, "named"), lambda: _named_from(corpus))
    return any(identifier in known.get(source, ()) for source in sources)


def _named_from(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Give for each source all whose whole names stand in the words of statements that rest on it alone."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in corpus.all_records:
        for node in record.nodes():
            texts = list(own_words(node))
            sources = _sources_around(node, record, corpus) if texts else frozenset()
            if len(sources) == 1:
                whole = (name for text in texts for name in named(text, corpus))
                found[min(sources)].update(owner for name in whole for owner in name.owners if owner != record.id)
    return {source: frozenset(names) for source, names in found.items()}


def _sources_of(record: Record, corpus: Corpus) -> frozenset[str]:
    """Give every source that a record cites anywhere; none where that is in doubt."""
    cited = chain.from_iterable(node.value.get("evidence", ()) for node in record.nodes())
    return corpus.remembered((__name__, record.document.path), lambda: _sources(cited, corpus))


def _sources(items: Iterable[Mapping[str, Any]], corpus: Corpus) -> frozenset[str]:
    """Give the sources of some evidence; none where a passage is not where its source has been looked up."""
    found = set()
    for item in items:
        if item["source"] in corpus.lock.sources and selector(item) not in corpus.lock.entries:
            return frozenset()
        found.add(item["source"])
    return frozenset(found)


def _named(sources: frozenset[str]) -> str:
    return escape(", ".join(f"'{source}'" for source in sorted(sources)), 120)
