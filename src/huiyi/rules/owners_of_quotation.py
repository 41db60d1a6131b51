"""A quotation has one person as its speaker, and the statement another as its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "quotation"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where both are people on record, and not the same."""
    owner = node.parent.value.get("claimant") if node.parent else None
    speaker = node.value.get("speaker")
    if owner is None or speaker in {None, owner}:
        return
    if corpus.shape_at(owner) == corpus.shape_at(speaker) == "person":
        message = f"the speaker is '{escape(speaker, 60)}', and the claimant '{escape(owner, 60)}'"
        yield Fault(message, (*node.route, "speaker"), "give the words to him who said them, in both places")
