"""A statement is no quotation, though it stands in the middle of one, or all others of its list are quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from huiyi.findings import Fault
from huiyi.surroundings import RETELLING, Place, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("point", "claim", "policy", "meeting.decision")

QUOTATION = "quotation"
_QUOTED = re.compile('["“「『][^"”」』\n]*["”」』]')
"""What is opened and closed on one line; marks within marks are part of the words."""
SEVERAL = 3
"""How many other points a list must have, all of them quotations, so that the one that is none stands out."""


class Quoted(NamedTuple):
    """The quoted parts of the texts, and how many statements rest on each, and how many of these are quotations."""

    parts: Mapping[str, Sequence[Place]]
    resting: Counter[Place]
    quoting: Counter[Place]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where all others of a list, or all others that rest on the same quoted words, are quotations."""
    if QUOTATION in node.value:
        return
    why = _among_points(node, record, corpus) or _among_words(node, corpus)
    if why:
        place = next((key for key in RETELLING if key in node.value), "evidence")
        hint = "say whose words they are, and how they are quoted, under 'quotation'"
        yield Fault(f"this is no quotation, and {why} are", (*node.route, place), hint)


def _among_points(node: Node, record: Record, corpus: Corpus) -> str:
    if node.parent is None or node.shape.name != "point":
        return ""
    points = node.parent.value.get("points", ())
    key = (__name__, record.document.path, node.route[:-1])
    quoting = corpus.remembered(key, lambda: sum(QUOTATION in point for point in points))
    return f"the {quoting} other points beside it" if quoting >= SEVERAL and quoting == len(points) - 1 else ""


def _among_words(node: Node, corpus: Corpus) -> str:
    known = corpus.remembered((__name__, "quoted"), lambda: _quoted(corpus))
    own = places(node, corpus)
    parts = {part for place in own for part in _parts(place, known.parts)}
    is_within = all(any(part.start <= one.start and one.end <= part.end for part in parts) for one in own)
    others = {part: known.resting[part] - 1 for part in parts}
    # Where those who rest on the very words differ, the curators chose.
    is_alone = bool(parts) and all(0 < many == known.quoting[part] for part, many in others.items())
    return f"the {max(others.values())} others that rest on the same quoted words" if is_alone and is_within else ""


def _quoted(corpus: Corpus) -> Quoted:
    parts = {
        source: [Place(source, *match.span()) for match in _QUOTED.finditer(text.text)]
        for source, text in corpus.texts.items()
    }
    resting: Counter[Place] = Counter()
    quoting: Counter[Place] = Counter()
    for record in corpus.all_records if any(parts.values()) else ():
        for node in record.nodes():
            if node.shape.name in EXAMINES and "evidence" in node.value:
                touched = {part for place in places(node, corpus) for part in _parts(place, parts)}
                resting.update(touched)
                quoting.update(touched if QUOTATION in node.value else ())
    return Quoted(parts, resting, quoting)


def _parts(place: Place, parts: Mapping[str, Sequence[Place]]) -> Iterator[Place]:
    """Give the quoted parts with which a passage has a character in common; they are in order and apart."""
    known = parts.get(place.source, ())
    first = bisect_right(known, place.start, key=lambda part: part.end)
    for part in known[first:]:
        if part.start >= place.end:
            return
        yield part
