"""A stated number of things is not the number that the list gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an exact number differs from what was recomputed; sums are told by parts-do-not-sum."""
    value, recomputed = node.value["value"], node.value.get("recomputed")
    if recomputed is None or "parts" in node.value or node.value["comparator"] != "exactly":
        return
    if not value <= recomputed <= node.value.get("maximum", value):
        message = f"the number is {value}, and the list gives {recomputed}"
        yield Fault(message, ("recomputed",), "correct one of the two; where the source errs, record an anomaly")
