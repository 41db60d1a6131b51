"""Statements rest on the same passages or the same line, and each has another owner or reporter."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from huiyi.covering import cited_lines
from huiyi.findings import Fault
from huiyi.surroundings import cited_in
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.covering import Line
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("point", "claim", "policy", "statistic", "term", "document.step", "meeting.document", "meeting.decision")

OWNERS = ("claimant", "reported_by")
MANY = 2
"""How many other claims from a line must agree on their reporter, who then reports all that stands there."""

SEVERAL = 3
"""How many other statements from a line must agree on their owner, whose words then stand there."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where others have an owner of the same kind, and as many or more do; or a line another reporter.

    A person who owns nothing else on the lines is a stranger there, where somebody else owns several statements.
    """
    if "evidence" not in node.value:
        return
    for key in OWNERS:
        own = node.value.get(key, "")
        other = _owner_elsewhere(key, node, corpus) if own else ""
        if other:
            message = f"'{escape(own, 60)}' is the {key}, and '{escape(other, 60)}' elsewhere of what stands there"
            yield Fault(message, (*node.route, key), "correct the one that is wrong")


def _owner_elsewhere(key: str, node: Node, corpus: Corpus) -> str:
    """Give the owner that others of the same passages, or all others of a line, have in common; empty if none."""
    own = node.value[key]
    owners = corpus.remembered((__name__, "owners"), lambda: _owners(corpus))[key, cited_in(node)]
    kind = corpus.shape_at(own)
    rivals = (other for other, times in owners.items() if other != own and times >= owners[own])
    other = next((other for other in rivals if corpus.shape_at(other) == kind is not None), "")
    if other or key != "reported_by":
        return other or _owner_of_line(node, corpus)
    reporters = corpus.remembered((__name__, "reporters"), lambda: _reporters(corpus))
    for line in sorted(_lines(node)):
        found = reporters[line]
        if found[own] == 1 and len(found) == MANY and found.total() > MANY:
            return next(one for one in found if one != own)
    return ""


def _owner_of_line(node: Node, corpus: Corpus) -> str:
    """Give who owns several statements on a line of which the claimant, a person, owns this one alone; empty if none.

    Statements that cite more than that line count, too: a claimant of any other one on the lines is no stranger.
    """
    own = node.value["claimant"]
    if corpus.identifiers.get(own) != "person":
        return ""
    claimants = corpus.remembered((__name__, "claimants"), lambda: _claimants(corpus))
    found = [claimants[line] for line in sorted(cited_lines([node.value]))]
    if any(one[own] > 1 for one in found):
        return ""
    return next((other for one in found for other, times in one.most_common(1) if times >= SEVERAL), "")


def _claimants(corpus: Corpus) -> Mapping[Line, Counter[str]]:
    found: dict[Line, Counter[str]] = defaultdict(Counter)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in EXAMINES and "claimant" in node.value:
                for line in cited_lines([node.value]):
                    found[line][node.value["claimant"]] += 1
    return found


def _owners(corpus: Corpus) -> Mapping[tuple[str, frozenset[Passage]], Counter[str]]:
    found: dict[tuple[str, frozenset[Passage]], Counter[str]] = defaultdict(Counter)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in EXAMINES and "evidence" in node.value:
                for key in OWNERS:
                    if key in node.value:
                        found[key, cited_in(node)][node.value[key]] += 1
    return found


def _reporters(corpus: Corpus) -> Mapping[Line, Counter[str]]:
    found: dict[Line, Counter[str]] = defaultdict(Counter)
    for record in corpus.by_kind["claim"]:
        node = next(record.nodes())
        if "reported_by" in node.value:
            for line in _lines(node):
                found[line][node.value["reported_by"]] += 1
    return found


def _lines(node: Node) -> frozenset[Line]:
    """Give the lines that a claim cites one by one; none of another statement."""
    one_by_one = (item for item in node.value.get("evidence", ()) if item["lines"][0] == item["lines"][1])
    return frozenset((item["source"], item["lines"][0]) for item in one_by_one if node.shape.name == "claim")
