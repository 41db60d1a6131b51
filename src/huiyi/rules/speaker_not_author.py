"""A speech points to a text by somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.speech"

OWN_WORDS = frozenset({"speech-text", "self-criticism"})
"""The documents that hold what their author said; a report or a letter may be read by another."""

BY_ANOTHER = frozenset({"read-out", "attributed"})


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the text of the speech has authors, and the speaker is none of them."""
    document = corpus.records.get(node.value.get("document", ""))
    if document is None or document.kind.name != "document" or document.data["type"] not in OWN_WORDS:
        return
    authors = [author["person"] for author in document.data.get("authors", ())]
    speaker = node.value["speaker"]
    if authors and speaker not in authors and node.value["delivery"] not in BY_ANOTHER:
        message = (
            f"the speaker is '{escape(speaker, 60)}', and '{escape(document.id, 60)}' is by '{escape(authors[0], 60)}'"
        )
        yield Fault(message, (*node.route, "speaker"), "correct the speaker or the document, or say who read it out")
