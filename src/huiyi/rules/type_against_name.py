"""A meeting is of another type than its name says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

UNSAID = "meeting"
"""The type of a meeting of which no more is known."""

_LATER_WORDS = re.compile(r"\s+(?:of|on|in|at|called|held)\s.*|\s*\(.*?\)", re.IGNORECASE)
_TYPES = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\bplenum$|中全会$", "plenum"),
        (r"\bwork conference$|工作会议$", "work-conference"),
        (r"\bparty congress$", "party-congress"),
        (r"\bparty conference$", "party-conference"),
        (r"\bleading[- ]group meeting$", "leading-group-meeting"),
        (r"\bsymposi(?:um|a)$|座谈会$", "symposium"),
    )
)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where names end in the word for some types, and the type is none of them."""
    said = [(name["text"], kind) for name in node.value["names"] if (kind := _type_of(name["text"]))]
    kinds = {kind for _, kind in said}
    if said and node.value["type"] not in kinds | {UNSAID}:
        name, kind = said[0]
        message = f"the type is '{escape(node.value['type'], 60)}', and '{escape(name, 60)}' is a '{kind}'"
        yield Fault(message, ("type",), f"set the type to '{kind}', or correct the name")


def _type_of(name: str) -> str:
    head = _LATER_WORDS.sub("", name)
    return next((kind for pattern, kind in _TYPES if pattern.search(head)), "")
