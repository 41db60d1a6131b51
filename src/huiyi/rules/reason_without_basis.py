"""A reason is given, and the statement is put down as what the source simply says."""

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
    """Give a fault where something stated has a reason."""
    if node.value["basis"] == "stated" and "reason" in node.value:
        message = f"the basis is 'stated', and yet there is a reason: '{escape(node.value['reason'], 60)}'"
        hint = "say under 'basis' whether it is inferred, derived or supplied, or take the reason out"
        yield Fault(message, (*node.route, "reason"), hint)
