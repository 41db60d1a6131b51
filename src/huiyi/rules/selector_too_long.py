"""An end of a passage quotes more words than it takes to find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence import MOST_WORDS, words_in
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "evidence"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each end of the passage that is too long."""
    for end in ("from", "to"):
        if end in node.value and (count := words_in(node.value[end])) > MOST_WORDS:
            message = f"'{end}' quotes {count} words, '{escape(node.value[end], 60)}'; {MOST_WORDS} are allowed"
            keep = "first" if end == "from" else "last"
            yield Fault(message, (*node.route, end), f"keep the {keep} words that single the passage out")
