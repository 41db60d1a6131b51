"""A statement cites no passage of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "fact"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a fact that is not supplied from outside the sources has no evidence."""
    if node.value["basis"] != "supplied" and "evidence" not in node.value:
        what = escape(node.shape.title, 60).lower()
        message = f"the {what} '{escape(node.address, 80)}' is {node.value['basis']} and cites no passage"
        hint = "cite a passage under evidence ('huiyi cite' writes it), or give 'basis: supplied' with a reason"
        yield Fault(message, node.route, hint)
