"""A note mark stands in the text, and no work is known for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "citation"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a citation has a note mark and no work."""
    if "note_mark" in node.value and "work" not in node.value:
        message = f"the note mark '{escape(node.value['note_mark'], 60)}' leads to no work"
        yield Fault(message, (*node.route, "note_mark"), "name the work; where the note is missing, record an anomaly")
