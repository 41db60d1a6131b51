"""A note is printed, and no mark in the text leads to it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import holder, outward
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "source.unit"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a unit of the type note whose number is no note mark that a record has from this source.

    While a file is unread its marks are unknown.
    """
    number = node.value.get("printed_number")
    if node.value["type"] != "note" or number is None or corpus.unread:
        return
    marks = corpus.remembered((__name__, "marks"), lambda: _marks(corpus))
    if number not in marks.get(record.id, ()) and number not in marks.get("", ()):
        message = f"no citation has the note mark '{escape(number, 60)}'"
        hint = "add the 'note_mark' to the citation; where no mark is printed, record a 'missing-mark' anomaly"
        yield Fault(message, (*node.route, "printed_number"), hint)


def _marks(corpus: Corpus) -> Mapping[str, set[str]]:
    """Gather the note marks by the sources of the nearest evidence; those without any may be from each."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name == "citation" and "note_mark" in node.value:
                statement = holder(outward(node))
                sources = {item["source"] for item in statement.value["evidence"]} if statement else {""}
                for source in sources:
                    found[source].add(node.value["note_mark"])
    return found
