"""The note of an anomaly has none of the words without which its kind cannot be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "anomaly"

_WORDS = {
    kind: re.compile(rf"\b(?:{words})|[^\x00-\u024f\u2000-\u206f]", re.IGNORECASE)
    for kind, words in (
        ("numbering", r"\d|numb|sequen|count|first|second|third|twice"),
        ("missing-date", r"dat|dur|year|month|day|when|undat|time|hour|week|season|begin|began|end|last|now"),
        ("date", r"dat|day|month|year|time|\d"),
        ("missing-note", r"note|mark"),
        ("scan-damage", r"mark|letter|charact|scan|apostroph|print|hyphen|sign|word|damag"),
        ("unclosed-quotation", r"quot|mark|clos"),
        ("sum", r"\d|add|sum|total|percent|per cent|togeth|exceed|share|rest|left"),
    )
}


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the note cannot be about what the kind says; Chinese notes are not read."""
    kind, note = node.value["kind"], node.value["note"]
    if kind in _WORDS and not _WORDS[kind].search(note):
        message = f"the kind is '{escape(kind, 60)}', and the note '{escape(note, 60)}' has no word of one"
        yield Fault(
            message, (*node.route, "kind"), "choose the kind that the note is about, or say in it what is wrong"
        )
