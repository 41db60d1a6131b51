"""Two statements rest on the same passages, and only one of them is hedged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.evidence import selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("point", "claim", "policy", "statistic", "meeting.decision", "meeting.document", "document.step")

ASSERTED = "asserted"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for an asserted statement whose very passages another record puts down as hedged."""
    if node.value["certainty"] != ASSERTED or "evidence" not in node.value:
        return
    hedged = corpus.remembered((__name__, "hedged"), lambda: _hedged(corpus))
    for address, certainty in hedged.get(_passages(node), {}).items():
        message = f"this is asserted, and '{escape(address, 60)}', from the same passages, is {certainty}"
        key = next(
            key for key in ("text", "statement", "provision", "counted", "document", "status") if key in node.value
        )
        yield Fault(message, (*node.route, key), "give both the strength that the passage has")
        return


def _hedged(corpus: Corpus) -> Mapping[frozenset[Passage], Mapping[str, str]]:
    found: dict[frozenset[Passage], dict[str, str]] = defaultdict(dict)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in EXAMINES and "evidence" in node.value and node.value["certainty"] != ASSERTED:
                found[_passages(node)][node.address] = node.value["certainty"]
    return found


def _passages(node: Node) -> frozenset[Passage]:
    return frozenset(selector(item) for item in node.value["evidence"])
