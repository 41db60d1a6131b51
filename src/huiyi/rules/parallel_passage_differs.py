"""A statement cites a passage of a translation together with one of the original that answers to another."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import ORIGINAL, TRANSLATION, language_parts
from huiyi.evidence import selector
from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"

OFTEN = 3
"""How many other statements must cite two lines together, before these are taken to answer to each other."""


class Pair(NamedTuple):
    """A line of a translation and one of its original, with the number of the evidence that cites the latter."""

    source: str
    line: int
    other: int
    place: int


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where both lines are elsewhere always cited with others, or both passages within such lines."""
    pair = _pair(node, corpus)
    if pair is None:
        return
    counts = corpus.remembered((__name__, "pairs"), lambda: _counts(corpus))
    usual = counts[pair.source, TRANSLATION, pair.line]
    answers = counts[pair.source, ORIGINAL, pair.other]
    if usual[pair.other] > 1 and len(node.value["evidence"]) == len((TRANSLATION, ORIGINAL)):
        yield from _exchanged(node, pair.place, corpus)
    elsewhere = Counter({line: times for line, times in usual.items() if line != pair.other})
    if usual[pair.other] > 1 or not elsewhere:
        return
    line, times = elsewhere.most_common(1)[0]
    # Where the original's line answers to another one often, once is enough for this one.
    if (times >= OFTEN and len(answers) == 1) or answers.most_common(1)[0][1] >= OFTEN:
        message = f"line {pair.line} is cited with line {pair.other} here, and with line {line} in {times} other places"
        yield Fault(message, (*node.route, "evidence", pair.place), f"cite what line {line} says, or the passage meant")


def _exchanged(node: Node, place: int, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where each of the two passages stands elsewhere with another one, and nowhere else with this."""
    partners = corpus.remembered((__name__, "partners"), lambda: _partners(corpus))
    one, other = map(selector, node.value["evidence"])
    rivals = [passage for passage in partners[one] if passage != other]
    if partners[one][other] == 1 and rivals and len(partners[other]) > 1:
        message = "each of the two passages is cited with another one in other places, and with this one only here"
        yield Fault(message, (*node.route, "evidence", place), "cite the passage that answers to the other")


def _partners(corpus: Corpus) -> Mapping[Passage, Counter[Passage]]:
    found: dict[Passage, Counter[Passage]] = defaultdict(Counter)
    for record in corpus.all_records:
        for node in record.nodes():
            items = node.value.get("evidence", ()) if node.shape.is_fact else ()
            if len(items) == len((TRANSLATION, ORIGINAL)) and _pair(node, corpus):
                one, other = map(selector, items)
                found[one][other] += 1
                found[other][one] += 1
    return found


def _counts(corpus: Corpus) -> Mapping[tuple[str, str, int], Counter[int]]:
    found: dict[tuple[str, str, int], Counter[int]] = defaultdict(Counter)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.is_fact and (pair := _pair(node, corpus)):
                found[pair.source, TRANSLATION, pair.line][pair.other] += 1
                found[pair.source, ORIGINAL, pair.other][pair.line] += 1
    return found


def _pair(node: Node, corpus: Corpus) -> Pair | None:
    """Give the one line of a translation and the one of its original that a statement cites; None if there are more."""
    items = node.value.get("evidence", ())
    if len(items) < len((TRANSLATION, ORIGINAL)) or len({item["source"] for item in items}) > 1:
        return None
    source = items[0]["source"]
    parts = language_parts(source, corpus)
    cited: dict[str, set[int]] = {TRANSLATION: set(), ORIGINAL: set()}
    place = 0
    for number, item in enumerate(items):
        first, last = item["lines"]
        part = next((name for name, lines in parts.items() if lines[0] <= first and last <= lines[1]), "")
        if not part or first != last:
            return None
        cited[part].add(first)
        place = number if part == ORIGINAL else place
    if any(len(lines) != 1 for lines in cited.values()):
        return None
    return Pair(source, cited[TRANSLATION].pop(), cited[ORIGINAL].pop(), place)
