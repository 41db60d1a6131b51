"""A document is of a type that nobody gives as a speech, such as a law or a letter, and a meeting has it as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "document"

NOT_SPOKEN = frozenset({"constitution", "law", "letter", "list", "poster", "regulations"})
OWN = frozenset({"given", "planned", "declined"})
"""How a speech is delivered that is not another text, read out, handed in or ascribed."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a speech that was spoken, or was to be, is said to be a document of such a type."""
    if node.value["type"] not in NOT_SPOKEN:
        return
    for reference in corpus.references_to.get(record.id, ()):
        is_speech = reference.node.shape.name == "meeting.speech" and reference.route[-1] == "document"
        if is_speech and reference.node.value["delivery"] in OWN:
            speech = escape(reference.node.address, 60)
            message = f"the type is '{escape(node.value['type'], 60)}', and '{speech}' is this document, spoken"
            hint = "correct the type, or say in 'delivery' how the text came to the meeting"
            yield Fault(message, ("type",), hint)
            return
