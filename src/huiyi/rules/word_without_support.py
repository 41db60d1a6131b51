"""A word is chosen for which the passages have no expression, and the sources always say it, or they say another."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.schemas import walked
from huiyi.surroundings import holder, outward, passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.expressing import Expressions
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "vocabulary-word"
NEEDS_TEXTS = True

UNASKED = frozenset({"", "anomaly-kind", "comparator"})
"""Of an anomaly our own note tells; the words of the last are said of a number, and mean nothing elsewhere."""
STATUS = "status"
"""The vocabulary whose words, unless always said, tell of what is to come: "to discuss" plans what it names."""
CERTAINTY = "certainty"
"""The vocabulary whose words a given hedge settles."""
TOLD = ("text", "statement", "provision")
OF_STATEMENTS = frozenset({STATUS, CERTAINTY})
"""The vocabularies of what we say of a statement as a whole: its own words in the record prove nothing of that."""
OWN_WORDS = ("absence_reason", "attributed_to", "began", "ended", "group", "hedge", "note", "reason", "title")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each word that nothing expresses, though it is always said, or another is said instead."""
    chosen = [
        (field.vocabulary, route, own)
        for field, route, word in node.values
        if field.vocabulary not in UNASKED
        and word != field.default
        and (own := expressions(field.vocabulary, corpus).get(word))
    ]
    if not chosen or any(one.value.get("basis") == "supplied" for one in outward(node)):
        return
    if not _are_texts_at_hand(node, corpus):
        return
    for vocabulary, route, own in chosen:
        is_open = vocabulary == STATUS and not own.is_always_said
        if is_open or _is_said(vocabulary, own, node, record, corpus):
            continue
        word = f"'{route[-1]}' is '{escape(own.word, 60)}'"
        hint = "correct it, or say in a note with which words the source tells it"
        rival, said = _rival(vocabulary, own, node, corpus)
        if rival:
            printed = escape(" ".join(said.split()), 60)
            yield Fault(f"{word}, and the passages have '{printed}', a word for '{escape(rival, 60)}'", route, hint)
        elif own.is_always_said and node.value.get("basis") != "inferred":
            yield Fault(f"{word}, and no such word stands in the passages or in this part of the record", route, hint)


def _are_texts_at_hand(node: Node, corpus: Corpus) -> bool:
    around = (item["source"] for one in outward(node) for item in one.value.get("evidence", ()))
    return all(source in corpus.texts for source in around)


def _is_said(vocabulary: str, own: Expressions, node: Node, record: Record, corpus: Corpus) -> bool:
    """Say whether a word is expressed at a node; or else at a statement from the same line that has the same word."""
    if vocabulary == CERTAINTY and "hedge" in node.value:
        return not _rival(vocabulary, own, node, corpus)[0]
    # Mostly its own passages have it, and nothing else need be gathered.
    if own.find(passages(node, corpus) or ()) or own.find(_words(vocabulary, node, record, corpus)):
        return True
    if own.word != node.value.get(STATUS):
        return False
    said = corpus.remembered(
        (__name__, record.document.path), lambda: frozenset(_places_said(vocabulary, record, corpus))
    )
    return not said.isdisjoint(_places(own.word, node))


def _words(vocabulary: str, node: Node, record: Record, corpus: Corpus) -> Iterator[str]:
    """Give all that the node and what it holds say and cite; of an event its names and points too."""
    within = list(walked(node))
    keys = OWN_WORDS if vocabulary in OF_STATEMENTS else (*OWN_WORDS, *TOLD)
    told = within if vocabulary in OF_STATEMENTS or record.kind.name != "event" else [*record.nodes(), *within]
    own = (one.value[key] for one in told for key in keys if isinstance(one.value.get(key), str))
    cited = (passages(one, corpus) or () for one in (*within, *outward(node)))
    return chain(own, *cited)


def _places_said(vocabulary: str, record: Record, corpus: Corpus) -> Iterator[tuple[str, str, int]]:
    """Give the statuses of a record that are expressed, each with the source and line of all passages."""
    known = expressions(vocabulary, corpus)
    for node in record.nodes():
        own = known.get(node.value.get(STATUS, ""))
        if own is not None and own.find(_words(vocabulary, node, record, corpus)):
            yield from _places(own.word, node)


def _places(word: str, node: Node) -> Iterator[tuple[str, str, int]]:
    cited = holder(outward(node))
    for item in cited.value["evidence"] if cited else ():
        yield word, item["source"], item["lines"][0]


def _rival(vocabulary: str, own: Expressions, node: Node, corpus: Corpus) -> tuple[str, str]:
    """Give another word that is said instead, and with what; nothing where there is none.

    Of a certainty the hedge tells, of another word the nearest passages, by what is always said alone.
    """
    known = expressions(vocabulary, corpus).values()
    others = [other for other in known if other.word != own.word]
    if vocabulary == CERTAINTY:
        hedge = [node.value["hedge"]] if "hedge" in node.value else []
        return next(((other.word, hedge[0]) for other in others if other.find(hedge) and not own.find(hedge)), ("", ""))
    cited = holder(outward(node))
    texts = passages(cited, corpus) or () if cited else ()
    sharp = (other for other in others if other.is_always_said)
    return next(((other.word, said) for other in sharp if (said := other.find(texts))), ("", ""))
