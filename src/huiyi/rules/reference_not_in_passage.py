"""A statement refers to what neither its words nor its passages name, though they ought to, or name another instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.naming import KINDS, named, people_named, perhaps_named
from huiyi.surroundings import (
    all_found,
    holder,
    is_stated,
    makers,
    may_name,
    outward,
    own_words,
    passages,
    rests_on,
    speaks_of_him,
    whole_lines,
)
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "content"
NEEDS_TEXTS = True

CURATORS_OWN = frozenset({"differs_from", "rivals"})
NOT_STATEMENTS = frozenset({"evidence", "anomaly", "source", "citation"})
"""What refers to sources and works, whose printed words other rules compare."""

PERSON = "person"
FROM_ELSEWHERE = frozenset({"predecessor", "successor"})
"""Whom we may read from the passages of another record."""

SUMMARIES = frozenset({"meeting.remark", "name"})
"""What may tell of people whom other passages name."""

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

OWNERS = frozenset({"claimant", "speaker", "person", "participant", "recipient"})
"""The fields for the one who acts, speaks or is written to, whom the passages name where they name anybody."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each record that is referred to without being named: a party, or where another is named."""
    referred = [
        (route, target, kind)
        for _, route, target in node.references
        if not CURATORS_OWN & set(route) and target != record.id
        if (kind := corpus.identifiers.get(target, "")) in KINDS
    ]
    if not referred or node.shape.name in NOT_STATEMENTS or not all_found(record, corpus):
        return
    around = outward(node)
    if any(one.value.get("basis") == "supplied" for one in around):
        return
    hint = "cite the passage that names it"
    at = (around, record, corpus)
    for route, target, kind in referred:
        is_named = may_name(target, node, record, corpus)
        other = "" if is_named else _named_instead(route, target, kind, at)
        if other:
            message = f"'{escape(target, 60)}' is named neither here nor in the passages; '{escape(other, 60)}' is"
            yield Fault(message, route, f"refer to '{escape(other, 60)}', or {hint}")
        elif not is_named and kind in {PERSON, "organization"} and route[-1] in PARTIES:
            message = f"'{escape(target, 60)}' is named neither here nor in the passages"
            yield Fault(message, route, f"correct the reference, {hint}, or say in a reason whom it means")
        elif kind == PERSON and (other := _on_lines_instead(route, target, at)):
            message = f"'{escape(target, 60)}' is not named {other}"
            yield Fault(message, route, f"refer to the one who is named, {hint}, or say in a reason whom it means")


def _named_instead(route: Route, target: str, kind: str, at: tuple[list[Node], Record, Corpus]) -> str:
    """Give the record of the same kind that is named in place of one that is not."""
    around, record, corpus = at
    node = around[0]
    speaker = next((one.value["speaker"] for one in around if one.shape.name == "meeting.speech"), "")
    if speaker == target:
        return ""
    own = list(own_words(node))
    statement = holder(around)
    if statement and target in _told_by(statement, corpus):
        return ""
    cited = (passages(statement, corpus) or ()) if statement else ()
    is_inferred = not is_stated(around) or any("speaker_basis" in one.value for one in around)
    # What is said in a speech is its speaker's, unless somebody else is named.
    if route[-1] == "claimant" and speaker and kind == PERSON and not is_inferred:
        return str(speaker)
    if SUBJECTS & set(route) and record.kind.name != kind and kind in {PERSON, "organization", "event", "meeting"}:
        same = frozenset(node.value["about"]) if "about" in route else frozenset({target})
        return _first([*own, *cited], kind, [same | {record.id}, _akin(target, corpus)], corpus)
    if is_inferred or any(PRONOUNS & set(words_of(text).split()) for text in own or cited):
        return ""
    known = [frozenset({record.id}), _beside(node, record, corpus), *(one.referred for one in around)]
    return _first(own or cited, kind, known, corpus)


def _told_by(statement: Node, corpus: Corpus) -> frozenset[str]:
    """Give the works that the cited texts are themselves: a text does not name itself where it speaks."""
    cited = (corpus.records.get(item["source"]) for item in statement.value["evidence"])
    return frozenset(one.data["work"] for one in cited if one is not None and "work" in one.data)


def _first(texts: Sequence[str], kind: str, known: list[frozenset[str]], corpus: Corpus) -> str:
    """Give the first record of a kind that a text names, and that is not known already."""
    whole = (one for text in texts for one in named(text, corpus))
    return next(
        (min(one.owners) for one in whole if one.kind == kind and not any(one.owners & some for some in known)), ""
    )


def _on_lines_instead(route: Route, target: str, at: tuple[list[Node], Record, Corpus]) -> str:
    """Say, of a person of a stated statement, where another is named instead: at the head of a passage or on a line."""
    around, record, corpus = at
    statement = holder(around)
    if statement is None or around[0].shape.name in SUMMARIES or not is_stated(around) or FROM_ELSEWHERE & set(route):
        return ""
    # What is said in a speech is its speaker's, and so in each part of a part that names somebody.
    if target in makers(corpus) or any(target in one.referred for one in around[1:] if one.parent):
        return ""
    lines = [text for one in rests_on(statement, record) for text in whole_lines(one, corpus) or ()]
    leads_back = whole_lines(statement, corpus) is None
    other = next((one for text in lines for one in people_named(text, corpus)), None)
    if other and not leads_back and not _may_name(lines, target, corpus):
        return f"on any line that is cited; '{escape(other.printed, 60)}' is"
    cited = passages(statement, corpus) or ()
    alone = next((one for text in cited for one in people_named(text, corpus)), None)
    may_be_he = any(leads_back or speaks_of_him(text, corpus) for text in cited)
    if route[-1] in OWNERS and alone and (alone.at == 0 or not may_be_he) and not _may_name(cited, target, corpus):
        return f"in the passages, and '{escape(alone.printed, 60)}' is"
    return ""


def _may_name(texts: Sequence[str], target: str, corpus: Corpus) -> bool:
    return any(target in perhaps_named(text, corpus) for text in texts)


def _akin(target: str, corpus: Corpus) -> frozenset[str]:
    """Give those whose name says nothing against another's: authors below what they wrote, and kindred bodies."""
    kin = [one.id for one in corpus.by_kind["organization"] if one.data.get("parent") == target]
    above = corpus.records.get(target)
    while above is not None and above.id not in kin:
        kin.append(above.id)
        above = corpus.records.get(above.data.get("parent", ""))
    return makers(corpus) | frozenset(kin)


def _beside(node: Node, record: Record, corpus: Corpus) -> frozenset[str]:
    """Give those who are referred to by the other items of the list in which a node stands."""
    if node.parent is None or not isinstance(node.route[-1], int):
        return frozenset()
    items = node.parent.value[str(node.route[-2])]
    key = (__name__, "beside", record.document.path, node.route[:-1])
    return corpus.remembered(
        key, lambda: frozenset(value for item in items for value in item.values() if isinstance(value, str))
    )
