"""A statement is put down as known from outside the sources, and yet cites a passage of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("fact", "date")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where something supplied has evidence of its own."""
    if node.value["basis"] == "supplied" and (cited := node.value.get("evidence")):
        first, last = cited[0]["lines"]
        place = f"line {first}" if first == last else f"lines {first}-{last}"
        message = (
            f"the basis is 'supplied', from outside the sources, and yet {place} of {cited[0]['source']} are cited"
        )
        hint = "write 'basis: inferred' if the passage leads to it, or take the evidence out"
        yield Fault(message, (*node.route, "basis"), hint)
