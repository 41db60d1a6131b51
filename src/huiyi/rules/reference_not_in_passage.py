"""A statement refers to what neither its words nor its passages name, though they ought to, or name another instead."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.naming import KINDS, cited_near, is_perhaps_named, named, names_of, outward, own_words, perhaps, referred_in
from huiyi.schemas import nodes
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "node"
NEEDS_TEXTS = True

CURATORS_OWN = frozenset({"differs_from", "rivals"})
NOT_STATEMENTS = frozenset({"evidence", "anomaly", "source"})
PRONOUNS = frozenset({"they", "them", "their", "both", "it", "its"})
"""Words that stand for something named before, of which more than one may be meant."""

PARTIES = frozenset(
    {
        "body",
        "controller",
        "convener",
        "organization",
        "parent",
        "participant",
        "person",
        "predecessor",
        "recipient",
        "speaker",
        "successor",
    }
)
"""The fields whose people and bodies do something, and so are named wherever it is told."""

SUBJECTS = frozenset({"about", "claimant"})
"""The fields for what something is about and whose it is, which a passage may name by a pronoun."""

REMARKS = ("reason", "note")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each record that is referred to without being named: a party, or where another is named."""
    referred = [
        (route, target, kind)
        for field, route, target in node.values
        if field.refers_to and not CURATORS_OWN & set(route) and target != record.id
        if (kind := corpus.identifiers.get(target, "")) in KINDS
    ]
    if not referred or node.shape.name in NOT_STATEMENTS or not _are_texts_at_hand(record, corpus):
        return
    around = list(outward(node))
    if any(one.value.get("basis") == "supplied" for one in around):
        return
    hint = "cite the passage that names it"
    for route, target, kind in referred:
        if _is_named(target, node, around, (record, corpus)):
            continue
        other = _named_instead(route, target, kind, (node, around, record, corpus))
        if other:
            message = f"'{escape(target, 60)}' is named neither here nor in the passages; '{escape(other, 60)}' is"
            yield Fault(message, route, f"refer to '{escape(other, 60)}', or {hint}")
        elif kind in {"person", "organization"} and route[-1] in PARTIES:
            message = f"'{escape(target, 60)}' is named neither here nor in the passages"
            yield Fault(message, route, f"correct the reference, {hint}, or say in a reason whom it means")


def _are_texts_at_hand(record: Record, corpus: Corpus) -> bool:
    """Say whether all the texts are there that a record cites."""
    cited = corpus.remembered(
        (__name__, "cited", record.document.path),
        lambda: frozenset(item["source"] for node in record.nodes() for item in node.value.get("evidence", ())),
    )
    return bool(cited) and cited <= corpus.texts.keys()


def _is_named(target: str, node: Node, around: list[Node], at: tuple[Record, Corpus]) -> bool:
    """Say whether texts, passages, reasons or notes around or within a node may name a record."""
    names = names_of(at[1])
    within = nodes(node.shape, node.address, node.value)
    remarks = (words_of(one.value[key]) for one in chain(around, within) for key in REMARKS if key in one.value)
    return is_perhaps_named(target, node, around, at) or any(target in perhaps(text, names) for text in remarks)


def _named_instead(route: Route, target: str, kind: str, at: tuple[Node, list[Node], Record, Corpus]) -> str:
    """Give the record of the same kind that is named in place of one that is not."""
    node, around, record, corpus = at
    speaker = next((one.value["speaker"] for one in around if one.shape.name == "meeting.speech"), "")
    if speaker == target:
        return ""
    own = list(own_words(node))
    cited = cited_near(around, corpus)
    # What is said in a speech is its speaker's, unless somebody else is named.
    if route[-1] == "claimant" and speaker and kind == "person" and not _is_inferred(around):
        return str(speaker)
    if SUBJECTS & set(route) and record.kind.name != kind and kind in {"person", "organization", "event", "meeting"}:
        same = frozenset(node.value["about"]) if "about" in route else frozenset({target})
        whole = [*own, cited]
        return _first(whole, kind, [same | {record.id}, _akin(target, corpus)], corpus)
    if _is_inferred(around) or any(PRONOUNS & set(text.split()) for text in own or [cited]):
        return ""
    known = [frozenset({record.id}), _beside(node, corpus), *(referred_in(one, corpus) for one in around)]
    return _first(own or [cited], kind, known, corpus)


def _first(texts: list[str], kind: str, known: list[frozenset[str]], corpus: Corpus) -> str:
    """Give the first record of a kind that a text names, and that is not known already."""
    whole = (one for text in texts for one in named(text, names_of(corpus)))
    return next(
        (min(one.owners) for one in whole if one.kind == kind and not any(one.owners & some for some in known)), ""
    )


def _is_inferred(around: list[Node]) -> bool:
    return any(one.value.get("basis", "stated") != "stated" or "speaker_basis" in one.value for one in around)


def _akin(target: str, corpus: Corpus) -> frozenset[str]:
    """Give those whose name says nothing against another's: authors below what they wrote, and kindred bodies."""
    authors = corpus.remembered(
        (__name__, "authors"),
        lambda: frozenset(one["person"] for work in corpus.by_kind["work"] for one in work.data.get("creators", ())),
    )
    kin = [one.id for one in corpus.by_kind["organization"] if one.data.get("parent") == target]
    above = corpus.records.get(target)
    while above is not None and above.id not in kin:
        kin.append(above.id)
        above = corpus.records.get(above.data.get("parent", ""))
    return authors | frozenset(kin)


def _beside(node: Node, corpus: Corpus) -> frozenset[str]:
    """Give those who are referred to by the other items of the list in which a node stands."""
    if node.parent is None or not isinstance(node.route[-1], int):
        return frozenset()
    items = node.parent.value[str(node.route[-2])]
    key = (__name__, "beside", node.parent.address, node.route[-2])
    return corpus.remembered(
        key, lambda: frozenset(value for item in items for value in item.values() if isinstance(value, str))
    )
