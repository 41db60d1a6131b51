"""A statement refers to what neither its words nor its passages name, and leaves out one of the same kind they do."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import located
from huiyi.evidence import selector
from huiyi.evidence.passages import Located
from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.schemas import nodes
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "node"
NEEDS_TEXTS = True

CURATORS_OWN = frozenset({"differs_from", "rivals"})
NOT_STATEMENTS = frozenset({"evidence", "anomaly", "source"})
TEXTS = ("text", "statement", "title", "description", "provision", "purpose", "counted", "began", "ended")
LIKE_ARTICLES = frozenset({"an"})
"""Names that are words of the language as well, so that they name nobody for certain."""
PRONOUNS = frozenset({"they", "them", "their", "both", "it", "its"})
"""Words that stand for something named before, of which more than one may be meant."""

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


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each record that is referred to without being named, where another is named instead."""
    referred = [
        (route, target, kind)
        for field, route, target in node.values
        if field.refers_to and not CURATORS_OWN & set(route) and target != record.id
        if (kind := corpus.identifiers.get(target, "")) in KINDS
    ]
    if not referred or node.shape.name in NOT_STATEMENTS:
        return
    around = list(_outward(node))
    if any(one.value.get("basis", "stated") != "stated" or "speaker_basis" in one.value for one in around):
        return
    known = [{record.id}, _beside(node, corpus), *(_referred(one, corpus) for one in around)]
    speaker = next((one.value["speaker"] for one in around if one.shape.name == "meeting.speech"), "")
    texts = list(_own_words(node)) or [_cited_near(around, corpus)]
    named = [one for text in texts for one in _named(text, _names(corpus))]
    others = {one.kind: min(one.owners) for one in reversed(named) if not any(one.owners & some for some in known)}
    if any(PRONOUNS & set(text.split()) for text in texts):
        others = {}
    for route, target, kind in referred:
        # What is said in a speech is its speaker's, unless somebody else is named.
        is_said = route[-1] == "claimant" and speaker not in {"", target} and kind == "person"
        other = escape(speaker if is_said else others.get(kind, ""), 60)
        if other and not _is_perhaps_named(target, node, around, (record, corpus)):
            message = f"'{escape(target, 60)}' is named neither here nor in the passages; '{other}' is"
            yield Fault(message, route, f"refer to '{other}', or cite the passage that names the one meant")


def _beside(node: Node, corpus: Corpus) -> frozenset[str]:
    """Give those who are referred to by the other items of the list in which a node stands."""
    if node.parent is None or not isinstance(node.route[-1], int):
        return frozenset()
    items = node.parent.value[str(node.route[-2])]
    key = (__name__, "beside", node.parent.address, node.route[-2])
    return corpus.remembered(
        key, lambda: frozenset(value for item in items for value in item.values() if isinstance(value, str))
    )


def _referred(node: Node, corpus: Corpus) -> frozenset[str]:
    """Give all that a node itself refers to."""
    key = (__name__, "referred", node.address)
    return corpus.remembered(
        key, lambda: frozenset(target.partition("#")[0] for field, _, target in node.values if field.refers_to)
    )


def _outward(node: Node) -> Iterator[Node]:
    around: Node | None = node
    while around is not None:
        yield around
        around = around.parent


def _own_words(node: Node) -> Iterator[str]:
    for key in TEXTS:
        if isinstance(node.value.get(key), str):
            yield words_of(node.value[key])
    for name in node.value.get("names", ()):
        yield words_of(name["text"])


def _cited_near(around: Iterable[Node], corpus: Corpus) -> str:
    """Give the words of the passages of the nearest statement that cites any."""
    holder = next((one for one in around if "evidence" in one.value), None)
    return "" if holder is None else corpus.remembered((__name__, holder.address), lambda: _cited(holder, corpus))


def _cited(holder: Node, corpus: Corpus) -> str:
    places = ((item["source"], located(selector(item), corpus)) for item in holder.value["evidence"])
    found = ((corpus.texts[source].text, place) for source, place in places if isinstance(place, Located))
    return " ".join(words_of(text[place.start : place.end]) for text, place in found)


def _is_perhaps_named(target: str, node: Node, around: list[Node], at: tuple[Record, Corpus]) -> bool:
    """Say whether texts and passages around or within a node may name a record; a short one is taken as a whole."""
    record, corpus = at
    if record.kind.name != "meeting":
        key = (__name__, "in", record.id)
        return target in corpus.remembered(key, lambda: _named_in(record.nodes(), corpus))
    within = nodes(node.shape, node.address, node.value)
    # A long meeting has many nodes around which there is much: what each names is looked up once.
    return any(
        target in corpus.remembered((__name__, "at", one.address), partial(_named_in, (one,), corpus))
        for one in chain(around, within)
    )


def _named_in(some: Iterable[Node], corpus: Corpus) -> frozenset[str]:
    texts = (text for one in some for text in (*_own_words(one), _cited_near([one], corpus)))
    return frozenset(one for text in texts for one in _perhaps(text, _names(corpus)))


def _named(text: str, names: Names) -> Iterator[Whole]:
    """Give each name that stands in a text."""
    words = text.split()
    for at, word in enumerate(words):
        yield from (one for one in names.whole.get(word, ()) if tuple(words[at : at + len(one.form)]) == one.form)


def _perhaps(text: str, names: Names) -> Iterator[str]:
    """Give what a text may name: the end of a name counts unless it is part of another's of the same kind."""
    words = text.split()
    for at, word in enumerate(words):
        here = [one for one in names.whole.get(word, ()) if tuple(words[at : at + len(one.form)]) == one.form]
        for form, kind, identifier in names.loose.get(word, ()):
            rivals = (one for one in here if one.kind == kind and identifier not in one.owners)
            is_cut = any(len(one.form) > len(form) for one in rivals)
            if tuple(words[at : at + len(form)]) == form and not is_cut:
                yield identifier


def _names(corpus: Corpus) -> Names:
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
