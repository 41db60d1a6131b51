"""Our own words name somebody or something that a statement does not refer to, and it refers to another instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.naming import named, people_named, perhaps_named
from huiyi.surroundings import REMARKS, passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("claim", "meeting.decision", "meeting.item", "point")

TOLD = ("text", "statement")
PERSON, TERM = "person", "term"
KINDS = frozenset({PERSON, "meeting", "event", "policy", "document", TERM})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first subject that nothing names, where another of its kind is named and not referred to."""
    if "about" not in node.value or corpus.unread:
        return
    if any(subject not in corpus.identifiers for subject in node.value["about"]):
        return  # of that reference dangling-reference tells, and the words may name what it meant
    texts = [node.value[key] for key in TOLD if key in node.value]
    for place, subject in enumerate(node.value["about"]):
        kind = corpus.identifiers.get(subject, "")
        if kind not in KINDS or (kind != PERSON and _may_be_meant(subject, kind, texts, corpus)):
            continue
        meant = _meant(kind, texts, corpus)
        if not meant or any(subject in some for some in meant):
            continue
        referred = node.referred | {record.id}
        stranger = next((some for some in meant if some.isdisjoint(referred)), None)
        if stranger and (kind == PERSON or not _is_known(subject, kind, node, corpus)):
            shown = escape(min(stranger), 60)
            message = f"the words name '{shown}', and the reference is to '{escape(subject, 60)}'"
            yield Fault(message, (*node.route, "about", place), "refer to the one named, or correct the words")
            return


def _meant(kind: str, texts: list[str], corpus: Corpus) -> list[frozenset[str]]:
    """Give, for each name of a kind in some texts, those whom it names."""
    if kind == PERSON:
        names = [one.name for text in texts for one in people_named(text, corpus)]
    else:
        names = [name for text in texts for name in named(text, corpus) if name.kind == kind]
    return [name.owners or name.perhaps for name in names]


def _may_be_meant(subject: str, kind: str, texts: list[str], corpus: Corpus) -> bool:
    """Say whether some texts may name a subject: a term by its whole name, anything else by an end of it too."""
    if kind == TERM:
        return any(subject in name.owners for text in texts for name in named(text, corpus))
    return any(subject in perhaps_named(text, corpus) for text in texts)


def _is_known(subject: str, kind: str, node: Node, corpus: Corpus) -> bool:
    """Say whether passages or remarks may name a subject, as they do where the words take another's name for it."""
    cited = passages(node, corpus)
    if cited is None or not corpus.texts:
        return True
    remarks = (node.value[key] for key in REMARKS if key in node.value)
    return _may_be_meant(subject, kind, [*cited, *remarks], corpus)
