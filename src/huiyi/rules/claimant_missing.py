"""A claim does not say whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "claim"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a claim has neither a claimant nor an owner in words."""
    if "claimant" not in node.value and "attributed_to" not in node.value:
        message = f"this {escape(node.value['type'], 60)} has no owner"
        # The owner's place is before the evidence.
        key = "evidence" if "evidence" in node.value else "statement"
        yield Fault(message, (key,), "name the claimant, or say in 'attributed_to' whose words they are")
