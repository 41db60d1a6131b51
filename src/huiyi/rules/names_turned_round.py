"""A statement names two people in the other order than its passage, and in neither does a word turn the sentence."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from huiyi.findings import Fault
from huiyi.naming import people_named
from huiyi.surroundings import NOT_PRINTED, passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True

TOLD = ("text", "statement", "provision")

# With these the one who acts may come last.
_TURNS = re.compile(r"\b(?:by|from|than|that|which|who|whom|whose|received|got|according)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?!(?:and|or|with|as|well)\b)[a-z]+")


class Named(NamedTuple):
    """A person as a text names him: whom the name may mean, its words, and all places where one of these is named."""

    people: frozenset[str]
    printed: str
    starts: tuple[int, ...]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first two people that each text names once, where one of its own passages turns them."""
    if "evidence" not in node.value or node.shape.name == "name" or node.value.get("basis") in NOT_PRINTED:
        return
    for key in TOLD:
        told = node.value.get(key)
        pairs = list(_pairs(told, corpus)) if isinstance(told, str) else []
        cited = (passages(node, corpus) if pairs else None) or ()
        read = ((text, _named(text, corpus)) for text in cited)
        turned = next((pair for text, named in read for pair in pairs if _is_turned(pair, text, named)), None)
        if turned:
            first, second = (escape(one.printed, 60) for one in turned)
            message = f"'{first}' stands here before '{second}', and after it in the passage"
            yield Fault(message, (*node.route, key), "compare who did it, and to whom, with the passage")


def _pairs(told: str, corpus: Corpus) -> Iterator[tuple[Named, Named]]:
    """Give each two people that a statement names once, with more between them than a list has."""
    for first, second in combinations(_named(told, corpus), 2):
        if len(first.starts) == len(second.starts) == 1:
            between = told[first.starts[0] : second.starts[0]]
            if _TELLS.search(between) and not _TURNS.search(between):
                yield first, second


def _is_turned(pair: tuple[Named, Named], text: str, named: Sequence[Named]) -> bool:
    first, second = ([one for one in named if one.people & sought.people] for sought in pair)
    if len(first) != 1 or len(second) != 1 or first == second or len(first[0].starts + second[0].starts) > len(pair):
        return False
    start, end = second[0].starts[0], first[0].starts[0]
    between = text[start:end]
    return start < end and _TELLS.search(between) is not None and not _TURNS.search(between)


def _named(text: str, corpus: Corpus) -> list[Named]:
    """Give the people that a text names, in the order in which it first does."""
    found: list[Named] = []
    for one in people_named(text, corpus):
        people = one.name.perhaps | one.name.owners
        at = next((number for number, other in enumerate(found) if other.people & people), None)
        if at is None:
            found.append(Named(people, one.printed, (one.start,)))
        else:
            found[at] = found[at]._replace(starts=(*found[at].starts, one.start))
    return found
