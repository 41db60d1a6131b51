"""A statement refers to what neither its words nor its passages name, and leaves out one of the same kind they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.naming import KINDS, cited_near, is_perhaps_named, named, names_of, outward, own_words, referred_in
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "node"
NEEDS_TEXTS = True

CURATORS_OWN = frozenset({"differs_from", "rivals"})
NOT_STATEMENTS = frozenset({"evidence", "anomaly", "source"})
PRONOUNS = frozenset({"they", "them", "their", "both", "it", "its"})
"""Words that stand for something named before, of which more than one may be meant."""


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
    around = list(outward(node))
    if any(one.value.get("basis", "stated") != "stated" or "speaker_basis" in one.value for one in around):
        return
    known = [{record.id}, _beside(node, corpus), *(referred_in(one, corpus) for one in around)]
    speaker = next((one.value["speaker"] for one in around if one.shape.name == "meeting.speech"), "")
    texts = list(own_words(node)) or [cited_near(around, corpus)]
    whole = [one for text in texts for one in named(text, names_of(corpus))]
    others = {one.kind: min(one.owners) for one in reversed(whole) if not any(one.owners & some for some in known)}
    if any(PRONOUNS & set(text.split()) for text in texts):
        others = {}
    for route, target, kind in referred:
        # What is said in a speech is its speaker's, unless somebody else is named.
        is_said = route[-1] == "claimant" and speaker not in {"", target} and kind == "person"
        other = escape(speaker if is_said else others.get(kind, ""), 60)
        if other and not is_perhaps_named(target, node, around, (record, corpus)):
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
