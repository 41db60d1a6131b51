"""Tells which records a text names, by the names that they have on record, and which ones it may name."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import located
from huiyi.evidence import selector
from huiyi.evidence.passages import Located
from huiyi.evidence.wording import words_of
from huiyi.schemas import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

TEXTS = ("text", "statement", "title", "description", "provision", "purpose", "counted", "began", "ended")
LIKE_ARTICLES = frozenset({"an"})
"""Names that are words of the language as well, so that they name nobody for certain."""

KINDS = frozenset({"person", "organization", "meeting", "policy", "work", "event", "document", "term"})
"""The kinds of record that a text names by their own names."""

Form = tuple[str, ...]


class Whole(NamedTuple):
    """A name with the kind of record whose name it is, and those of that kind that bear it."""

    form: Form
    kind: str
    owners: frozenset[str]


class Names(NamedTuple):
    """All names on record by their first word: whole ones, and also what may stand for one, with its owner and kind."""

    whole: Mapping[str, list[Whole]]
    loose: Mapping[str, list[tuple[Form, str, str]]]


def outward(node: Node) -> Iterator[Node]:
    """Give a node and all that it stands in, from the inside out."""
    around: Node | None = node
    while around is not None:
        yield around
        around = around.parent


def own_words(node: Node) -> Iterator[str]:
    """Give the texts and names of a node, reduced to words."""
    for key in TEXTS:
        if isinstance(node.value.get(key), str):
            yield words_of(node.value[key])
    for name in node.value.get("names", ()):
        yield words_of(name["text"])


def cited_near(around: Iterable[Node], corpus: Corpus) -> str:
    """Give the words of the passages of the nearest statement that cites any."""
    holder = next((one for one in around if "evidence" in one.value), None)
    return "" if holder is None else corpus.remembered((__name__, holder.address), lambda: _cited(holder, corpus))


def _cited(holder: Node, corpus: Corpus) -> str:
    places = ((item["source"], located(selector(item), corpus)) for item in holder.value["evidence"])
    found = ((corpus.texts[source].text, place) for source, place in places if isinstance(place, Located))
    return " ".join(words_of(text[place.start : place.end]) for text, place in found)


def is_perhaps_named(target: str, node: Node, around: list[Node], at: tuple[Record, Corpus]) -> bool:
    """Say whether texts and passages around or within a node may name a record; a short one is taken as a whole."""
    record, corpus = at
    if record.kind.name != "meeting":
        key = (__name__, "in", record.id)
        return target in corpus.remembered(key, lambda: named_in(record.nodes(), corpus))
    within = nodes(node.shape, node.address, node.value)
    # A long meeting has many nodes around which there is much: what each names is looked up once.
    return any(
        target in corpus.remembered((__name__, "at", one.address), partial(named_in, (one,), corpus))
        for one in chain(around, within)
    )


def named_in(some: Iterable[Node], corpus: Corpus) -> frozenset[str]:
    """Give what the texts of some nodes and the passages that they cite themselves may name."""
    texts = (text for one in some for text in (*own_words(one), cited_near([one], corpus)))
    return frozenset(one for text in texts for one in perhaps(text, names_of(corpus)))


def named(text: str, names: Names) -> Iterator[Whole]:
    """Give each name that stands in a text."""
    words = text.split()
    for at, word in enumerate(words):
        yield from (one for one in names.whole.get(word, ()) if tuple(words[at : at + len(one.form)]) == one.form)


def perhaps(text: str, names: Names) -> Iterator[str]:
    """Give what a text may name: the end of a name counts unless it is part of another's of the same kind."""
    words = text.split()
    for at, word in enumerate(words):
        here = [one for one in names.whole.get(word, ()) if tuple(words[at : at + len(one.form)]) == one.form]
        for form, kind, identifier in names.loose.get(word, ()):
            rivals = (one for one in here if one.kind == kind and identifier not in one.owners)
            is_cut = any(len(one.form) > len(form) for one in rivals)
            if tuple(words[at : at + len(form)]) == form and not is_cut:
                yield identifier


def names_of(corpus: Corpus) -> Names:
    """Give all names on record."""
    return corpus.remembered((__name__, "names"), lambda: _gather(corpus))


def _gather(corpus: Corpus) -> Names:
    loose: dict[str, list[tuple[Form, str, str]]] = defaultdict(list)
    owners: dict[tuple[Form, str], set[str]] = defaultdict(set)
    for kind in sorted(KINDS):
        for record in corpus.by_kind[kind]:
            for name in record.data["names"]:
                if form := tuple(words_of(name["text"]).split()):
                    owners[form, kind].add(record.id)
                    # Of a name in letters the surname may stand alone, at whichever end it is.
                    ends = (form[:1], form[-1:]) if name["text"][0].isascii() else ()
                    for part in {form, *ends}:
                        loose[part[0]].append((part, kind, record.id))
    whole: dict[str, list[Whole]] = defaultdict(list)
    for (form, kind), bearers in owners.items():
        if form[0] not in LIKE_ARTICLES:
            whole[form[0]].append(Whole(form, kind, frozenset(bearers)))
    return Names(whole, loose)


def referred_in(node: Node, corpus: Corpus) -> frozenset[str]:
    """Give all that a node itself refers to."""
    key = (__name__, "referred", node.address)
    return corpus.remembered(
        key, lambda: frozenset(target.partition("#")[0] for field, _, target in node.values if field.refers_to)
    )
