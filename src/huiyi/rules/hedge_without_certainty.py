"""A statement gives the hedging words of the source and is asserted all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("fact", "date")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a hedge stands beside an assertion."""
    if "hedge" in node.value and node.value["certainty"] == "asserted":
        message = f"the hedge is '{escape(node.value['hedge'], 60)}' and the certainty 'asserted'"
        yield Fault(message, (*node.route, "hedge"), "add 'certainty: hedged', or 'questioned' or 'denied'")
