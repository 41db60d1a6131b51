"""A word is not in the vocabulary that its field draws on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Contract, Field, Node, Shape

SEVERITY = "error"
EXAMINES = ("vocabulary", "vocabulary-word")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each unknown word of the node, and for a usual word that its vocabulary lacks."""
    for field, route, word in node.values:
        # The usual word is filled in wherever none is written: its vocabulary is asked for it, once.
        if not field.vocabulary or word == field.default or corpus.is_unread(field.vocabulary):
            continue
        terms = corpus.vocabulary(field.vocabulary)
        if terms is None:
            first = corpus.remembered((__name__, "first"), lambda: _first_uses(corpus))
            if first[field.vocabulary] == (record.document.path, route):
                yield Fault(
                    f"the vocabulary '{field.vocabulary}' is missing",
                    route,
                    "write its file in vocabularies/",
                )
        elif word not in terms:
            yield Fault(
                f"'{escape(word, 60)}' is not in the vocabulary '{field.vocabulary}'",
                route,
                _hint(word, terms),
            )
    if node.shape.name == "vocabulary":
        yield from _lacking(node, record, corpus)


def _hint(word: str, terms: Mapping[str, object]) -> str:
    return nearest(word, terms) or escape(f"the words are {', '.join(terms)}", 200)


def _first_uses(corpus: Corpus) -> Mapping[str, tuple[str, Route]]:
    """Give the place where each vocabulary is first drawn on, so that a missing one is reported once."""
    first: dict[str, tuple[str, Route]] = {}
    for record in corpus.all_records:
        for node in record.nodes():
            for field, route, word in node.values:
                if field.vocabulary and word != field.default:
                    first.setdefault(field.vocabulary, (record.document.path, route))
    return first


def _lacking(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    usual = corpus.remembered((__name__, "usual"), lambda: _usual_words(corpus.contract))
    known = {term["key"] for term in node.value["terms"]}
    for word in sorted(usual.get(record.id, set()) - known):
        yield Fault(
            f"'{escape(record.id, 60)}' lacks '{word}', which is filled in where nothing is written",
            ("terms",),
        )


def _usual_words(contract: Contract) -> Mapping[str, set[str]]:
    usual: dict[str, set[str]] = defaultdict(set)
    for kind in contract.kinds.values():
        for field in _fields(kind.shape):
            if field.vocabulary and field.default is not None:
                usual[field.vocabulary].add(field.default)
    return usual


def _fields(shape: Shape) -> Iterator[Field]:
    yield from shape.fields.values()
    for inner in shape.objects.values():
        yield from _fields(inner)
    for listing in shape.lists.values():
        if listing.shape is not None:
            yield from _fields(listing.shape)
