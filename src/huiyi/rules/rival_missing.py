"""An anomaly says that two statements fit ill together, and names no rival."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "anomaly"

OF_TWO = frozenset({"tension", "rival-statement"})
"""The kinds that are a matter between two statements, and nothing else."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the kind is one of two statements and only the one is named on which the anomaly stands."""
    kind = node.value["kind"]
    # An anomaly that cites a passage of its own cites the other statement there.
    if kind in OF_TWO and not node.value.get("rivals") and "evidence" not in node.value:
        message = f"the kind is '{escape(kind, 60)}', and the anomaly names no rival"
        yield Fault(message, (*node.route, "kind"), "name the other statement under 'rivals', or correct the kind")
