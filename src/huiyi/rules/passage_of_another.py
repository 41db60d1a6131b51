"""A passage that is cited for somebody or some body names another of the kind, and not the one that it is cited for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.naming import named, people_named, perhaps_named
from huiyi.surroundings import is_stated, outward, passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("point", "meeting.decision", "event.participant", "meeting.attendant", "meeting.convener")
NEEDS_TEXTS = True

TEXT = "text"
PARTIES = {"event.participant": "participant", "meeting.attendant": "person", "meeting.convener": "convener"}
PERSON, BODY = "person", "organization"

# A passage with one of these may speak of somebody whom another names.
_LEADS_ELSEWHERE = re.compile(
    r"\b(?:he|him|his|himself|she|her|it|its|they|them|their|this|these|those|that|such|both|who|whose)\b|[他她它其这此该]",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the passages name others alone: than the words of a statement do, or than the party is."""
    if node.shape.name in PARTIES:
        key = PARTIES[node.shape.name]
        kind = corpus.identifiers.get(node.value[key], "")
        meant = [frozenset({node.value[key]})]
    else:
        key, kind = TEXT, PERSON
        meant = [one.name.owners or one.name.perhaps for one in people_named(node.value[TEXT], corpus)]
    cited = passages(node, corpus) if meant else None
    if not cited or not is_stated(outward(node)):
        return
    if not any(_LEADS_ELSEWHERE.search(text) for text in cited):
        yield from _fault(frozenset().union(*meant), kind, (*node.route, key), (cited, corpus))


def _fault(meant: frozenset[str], kind: str, route: Route, at: tuple[Sequence[str], Corpus]) -> Iterator[Fault]:
    cited, corpus = at
    if any(meant & perhaps_named(text, corpus) for text in cited):
        return
    other = next((name for text in cited for name in _others(text, kind, corpus)), "")
    if other:
        message = f"the passage names '{escape(other, 60)}', and not '{escape(min(meant), 60)}'"
        # Words may be long before their passage: the finding stands between the two.
        place = (*route[:-1], "evidence") if route[-1] == TEXT else route
        hint = "name the one whom the passage names, or cite the passage that was meant"
        yield Fault(message, place, hint, at_key=route[-1] == TEXT)


def _others(text: str, kind: str, corpus: Corpus) -> Iterator[str]:
    """Give those of a kind whom a passage names; a body by a name of several words."""
    if kind == PERSON:
        yield from (min(one.name.owners or one.name.perhaps) for one in people_named(text, corpus))
    elif kind == BODY:
        yield from (min(one.owners) for one in named(text, corpus) if one.kind == BODY and len(one.form) > 1)
