"""One participant is listed twice in an event, in the same role and the same post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "event"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at every entry but the first with the same participant, role and post."""
    seen: dict[tuple[str, str, str], int] = {}
    for place, one in enumerate(node.value.get("participants", ())):
        key = (one["participant"], one["role"], one.get("post", ""))
        first = seen.setdefault(key, place)
        if first != place:
            name, role, _ = (escape(word, 60) for word in key)
            message = f"'{name}' is listed as '{role}' at {first + 1} and again at {place + 1}"
            yield Fault(message, ("participants", place, "participant"), "correct one of the two, or take it out")
