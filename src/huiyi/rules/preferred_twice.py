"""Two names of one language are both marked as the one to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each preferred name after the first of its language."""
    first: dict[str, str] = {}
    for position, name in enumerate(record.data.get("names", ())):
        if not name.get("preferred"):
            continue
        if name["language"] in first:
            texts = f"'{escape(first[name['language']], 60)}' and '{escape(name['text'], 60)}'"
            message = f"{texts} are both preferred for the language '{name['language']}'"
            yield Fault(message, ("names", position, "preferred"), "leave one preferred")
        first.setdefault(name["language"], name["text"])
