"""The source hedges, or another statement from the same passages does, and the record asserts."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.surroundings import cited_in
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
ASSERTED = "asserted"
WEAKER = ("hedged", "questioned")
EXAMINES = (
    "point",
    "claim",
    "document.step",
    "meeting.document",
    "meeting.decision",
    "event.participant",
    "event.assertion",
    "person.relation",
    "person.tenure",
    "policy",
    "statistic",
    "term.sense",
    "meeting.speech",
    "document.author",
)

_SENTENCE = re.compile(r"[.!?;]\s|[。！？；]")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a statement without hedge rests on a passage that hedges, or on those of one that does."""
    if node.value["certainty"] != ASSERTED or "hedge" in node.value:
        return
    for number, item in enumerate(node.value.get("evidence", ())):
        place = located(selector(item), corpus) if "from" in item else None
        if not isinstance(place, Located):
            continue
        text = corpus.texts[item["source"]]
        at = _weakened(text.text, place, corpus) or _told_elsewhere(item["source"], place, node, corpus)
        if at:
            word = " ".join(text.text[slice(*at)].split())
            message = f"line {text.line_of(at[0])} says '{word}', and the statement is asserted"
            hint = f"add 'certainty: hedged' and 'hedge: {word}', or cite less of the sentence"
            yield Fault(message, (*node.route, "evidence", number), hint)
            return
    others = corpus.remembered((__name__, "doubted"), lambda: _doubted(corpus)).get(cited_in(node))
    if others:
        address, certainty = others
        message = f"this is asserted, and '{escape(address, 60)}', from the same passages, is '{escape(certainty, 60)}'"
        yield Fault(message, (*node.route, "evidence", 0), "give both the strength that the passage has")


def _weakened(text: str, place: Located, corpus: Corpus) -> tuple[int, int] | None:
    """Give from where to where a passage has its first word for holding back or for doubt."""
    known = expressions("certainty", corpus)
    found = (known[word].search(text, place.start, place.end) for word in WEAKER if word in known)
    return min((at for at in found if at), default=None)


def _told_elsewhere(source: str, place: Located, node: Node, corpus: Corpus) -> tuple[int, int] | None:
    """Give the place of words in a passage that another statement gives as its hedge; None if nobody does.

    Words of a later sentence may be about something else, and an owner in words may tell as much.
    """
    if "attributed_to" in node.value:
        return None
    hedges = corpus.remembered((__name__, "hedges"), lambda: _hedges(corpus)).get(source, ())
    text = corpus.texts[source].text
    inside = (at for at in hedges if place.start <= at[0] and at[1] <= place.end)
    return next((at for at in inside if not _SENTENCE.search(text, place.start, at[0])), None)


def _hedges(corpus: Corpus) -> Mapping[str, list[tuple[int, int]]]:
    """Give by source where the hedging words of statements stand in their passages."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for record in corpus.all_records:
        for node in record.nodes():
            for item in node.value.get("evidence", ()) if "hedge" in node.value else ():
                place = located(selector(item), corpus)
                if isinstance(place, Located):
                    text = corpus.texts[item["source"]].text
                    start = text.find(node.value["hedge"], place.start, place.end)
                    if start >= 0:
                        found[item["source"]].append((start, start + len(node.value["hedge"])))
    return found


def _doubted(corpus: Corpus) -> Mapping[frozenset[Passage], tuple[str, str]]:
    """Give by passages the address and certainty of the first statement from just these that is not asserted."""
    found: dict[frozenset[Passage], tuple[str, str]] = {}
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in EXAMINES and "evidence" in node.value and node.value["certainty"] != ASSERTED:
                found.setdefault(cited_in(node), (node.address, node.value["certainty"]))
    return found
