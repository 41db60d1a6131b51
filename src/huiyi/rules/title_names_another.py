"""The identifier or a name of a record names a meeting, event or text, and the record's own field leads to another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.naming import named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("claim", "document", "event", "meeting", "policy", "statistic")

KINDS = frozenset({"meeting", "event", "policy", "document"})
OWNERS = frozenset({"claimant", "reported_by"})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each field of its own whose kind a title names, by several words, and names another of."""
    fields = [one for one in node.values if one[0].refers_to and len(one[1]) == 1 and one[1][0] not in OWNERS]
    if not any(corpus.identifiers.get(target.partition("#")[0]) in KINDS for _, _, target in fields):
        return
    found = _found(record, corpus)
    for _, route, target in fields:
        other = target.partition("#")[0]
        kind = corpus.identifiers.get(other, "")
        alike = [owners for owners in found if any(corpus.identifiers[one] == kind for one in owners)]
        if kind in KINDS and alike and not any(other in owners for owners in alike):
            message = f"the title names '{escape(min(alike[0]), 60)}', and the {route[0]} is '{escape(target, 60)}'"
            yield Fault(message, route, "refer to the one that the title names, or correct the title")


def _found(record: Record, corpus: Corpus) -> list[frozenset[str]]:
    """Give those whom the titles of a record name in passing, each by a name or an identifier of several words."""
    titles = [record.id.replace("-", " "), *(name["text"] for name in record.data.get("names", ()))]
    texts = [words_of(title) for title in titles]
    names = [(one.owners, " ".join(one.form)) for title in titles for one in named(title, corpus) if len(one.form) > 1]
    names += [(frozenset({one}), words) for text in texts for one, words in _identifiers_in(text, corpus)]
    # With the name of a namesake a title of the same kind begins.
    return [
        owners
        for owners, words in names
        if record.id not in owners
        if corpus.identifiers[min(owners)] != record.kind.name
        or not any(f"{text} ".startswith(f"{words} ") for text in texts)
    ]


def _identifiers_in(text: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Give the identifiers of several words that stand in a title, each with its words."""
    words = text.split()
    for first, last in combinations(range(len(words) + 1), 2):
        known = corpus.records.get("-".join(words[first:last])) if last - first > 1 else None
        if known is not None and known.kind.name in KINDS:
            yield known.id, " ".join(words[first:last])
