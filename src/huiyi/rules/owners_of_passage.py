"""Two statements rest on the same passages, and each belongs to another person, body or work."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from huiyi.evidence import selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("point", "claim", "policy", "statistic", "term", "document.step", "meeting.document", "meeting.decision")

OWNERS = ("claimant", "reported_by")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where other statements have an owner of the same kind for the passages, and as many or more do."""
    if "evidence" not in node.value:
        return
    for key in OWNERS:
        own = node.value.get(key)
        if own is None:
            continue
        owners = corpus.remembered((__name__, "owners"), lambda: _owners(corpus))[key, _passages(node)]
        for other, times in owners.items():
            if other != own and times >= owners[own] and corpus.shape_at(other) == corpus.shape_at(own) is not None:
                message = (
                    f"'{escape(own, 60)}' is the {key} here, and '{escape(other, 60)}' for the same passages elsewhere"
                )
                yield Fault(message, (*node.route, key), "correct the one that is wrong")
                break


def _owners(corpus: Corpus) -> Mapping[tuple[str, frozenset[Passage]], Counter[str]]:
    found: dict[tuple[str, frozenset[Passage]], Counter[str]] = defaultdict(Counter)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in EXAMINES and "evidence" in node.value:
                for key in OWNERS:
                    if key in node.value:
                        found[key, _passages(node)][node.value[key]] += 1
    return found


def _passages(node: Node) -> frozenset[Passage]:
    return frozenset(selector(item) for item in node.value["evidence"])
