"""Two statements rest on the very same passages, and tell another status, state of quotation or date from them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import own_words, places
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.surroundings import Place

SEVERITY = "warning"
EXAMINES = ("point", "event", "policy", "document.step", "meeting.document", "meeting.decision")
NEEDS_TEXTS = True

Field = tuple[str, ...]
FIELDS: tuple[Field, ...] = (("status",), ("quotation", "state"), ("date", "edtf"))


Telling = tuple[str, tuple[str | None, ...]]
"""The address of a statement, and its values of the fields."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each value that all others from the same passages contradict, if its own words lack it too."""
    own = _values(node)
    if not any(own):
        return
    told = corpus.remembered((__name__, "told"), lambda: _told(corpus)).get(places(node, corpus), ())
    for number, field in enumerate(FIELDS):
        mine = own[number]
        others = [(values[number], address) for address, values in told if values[number] and address != node.address]
        if mine is None or not others or any(value == mine for value, _ in others) or _is_said(mine, node):
            continue
        value, address = others[0]
        message = f"'{escape(mine, 60)}' is told here, and '{value}' from the same words in '{escape(address, 120)}'"
        hint = "compare both with the passage and correct the one that is wrong"
        yield Fault(message, (*node.route, *field), hint)


def _told(corpus: Corpus) -> Mapping[frozenset[Place], list[Telling]]:
    found: dict[frozenset[Place], list[Telling]] = defaultdict(list)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in EXAMINES and any(values := _values(node)) and (where := places(node, corpus)):
                found[where].append((node.address, values))
    return found


def _values(node: Node) -> tuple[str | None, ...]:
    return tuple(_value(node.value, field) for field in FIELDS)


def _value(statement: Mapping[str, Any], field: Field) -> str | None:
    value: Any = statement
    for key in field:
        value = value.get(key) if value is not None else None
    return None if value is None else str(value)


def _is_said(value: str, node: Node) -> bool:
    """Say whether the statement's own words have a value as it is written."""
    return any(f" {words_of(value)} " in f" {words_of(text)} " for text in own_words(node))
