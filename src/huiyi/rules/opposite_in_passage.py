"""A statement in the curator's words has a word whose opposite stands in its passage, and the word itself does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = (
    "claim",
    "meeting.attendant",
    "meeting.decision",
    "meeting.group",
    "meeting.item",
    "person.relation",
    "person.tenure",
    "point",
    "policy",
    "statistic",
)
NEEDS_TEXTS = True

RETELLING = ("text", "statement", "provision", "counted", "group", "absence_reason", "title", "began", "ended")
NOT_RETOLD = frozenset({"derived", "supplied"})

# A word and its opposite; forms of one word are told apart, since a passage often has the one for the other.
_PAIRS = """
first last, before after, inner outer, internal external, internal outer, more less, more fewer, most least,
largest smallest,
larger smaller, greater lesser, increase decrease, increased decreased, rise fall, rose fell, north south,
northern southern, northeast southwest, east west, eastern western, earlier later, support oppose, supported opposed,
supports opposes, strengthen weaken, strengthened weakened, success failure, succeeded failed, agree disagree,
agreed disagreed, upper lower, high low, higher lower, begin end, began ended, strong weak, public private,
urban rural, possible impossible, legal illegal, full alternate, accept reject, accepted rejected, approved rejected,
adopted rejected, won lost, victory defeat, open closed, director vice-director, director deputy,
chairman vice-chairman, minister vice-minister, military civilian, past future, positive negative, direct indirect,
directly indirectly, friends enemies, advance retreat, better worse, best worst, central local, national regional,
formal informal, formally informally, voluntary compulsory, included excluded, complete incomplete, present absent,
senior junior, major minor, gain loss, rich poor, promoted demoted, appointed dismissed, praised criticized,
praised criticised, industrial agricultural, industry agriculture, heavy light, capitalism socialism,
capitalist socialist
"""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _PAIRS.split(","):
        one, other = pair.split()
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


OPPOSITES = _opposites()
PREFIXES = frozenset({"vice", "deputy", "non", "anti", "ex", "semi", "sub"})


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first word of each retelling whose opposite its own passages have, and not the word."""
    if "evidence" not in node.value or node.value.get("basis") in NOT_RETOLD:
        return
    told = {key: _WORD.findall(node.value[key].lower()) for key in RETELLING if key in node.value}
    if all(OPPOSITES.keys().isdisjoint(words) for words in told.values()):
        return
    printed = set(_printed(node, corpus))
    for key, words in told.items():
        for word in words:
            opposites = OPPOSITES.get(word, frozenset()) & printed - set(words)
            if opposites and word not in printed:
                message = f"'{word}' stands here, and '{min(opposites)}' in the passage"
                yield Fault(message, (*node.route, key), "compare the statement with the passage")
                break


def _printed(node: Node, corpus: Corpus) -> Iterator[str]:
    """Give the words of the passages that a node cites; of two with a hyphen each, unless one changes the other."""
    for text in passages(node, corpus) or ():
        for word in _WORD.findall(text.lower()):
            yield word
            parts = word.split("-")
            if parts[0] not in PREFIXES:
                yield from parts
