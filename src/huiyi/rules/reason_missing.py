"""A statement is not simply what the source says, and no reason is given for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("fact", "date")

FROM_WHAT = {
    "inferred": "say what in the source it is inferred from",
    "derived": "say from which values it is computed, and how",
    "supplied": "say where it is known from",
}


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where something inferred, derived or supplied has no reason."""
    basis = node.value["basis"]
    if basis != "stated" and "reason" not in node.value:
        yield Fault(f"the basis is '{basis}' and there is no reason", (*node.route, "basis"), FROM_WHAT[basis])
