"""A retired identifier leads to another retired one instead of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "redirect"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the record that another was merged into is retired itself."""
    target = str(node.value.get("merged_into", ""))
    if target not in corpus.retired:
        return
    further = corpus.retired[target].data.get("merged_into")
    message = f"'{escape(record.id, 60)}' was merged into '{escape(target, 60)}', which "
    if target == record.id:
        message += "is itself"
    elif further is None:
        message += "was withdrawn"
    else:
        message += f"was merged into '{escape(further, 60)}'"
    yield Fault(message, ("merged_into",), _cure(target, corpus))


def _cure(target: str, corpus: Corpus) -> str:
    """Follow the redirects to their end, and say what to write."""
    seen: set[str] = set()
    place = target
    while place in corpus.retired and place not in seen:
        seen.add(place)
        place = str(corpus.retired[place].data.get("merged_into", ""))
    if not place:
        return "name the record that holds it now, or take the line out: then this one was withdrawn, too"
    if place in seen:
        return "they lead in a circle: name the record that holds it now"
    return f"write '{escape(place, 60)}', to which they lead"
