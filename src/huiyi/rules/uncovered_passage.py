"""Lines of a source are neither cited by a record nor declared to hold no data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence import source_entry
from huiyi.evidence.coverage import compact, coverage
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "source"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give one fault that names every line of the source that nobody accounts for."""
    text = corpus.texts.get(record.id)
    known = source_entry(text) if text else corpus.lock.sources.get(record.id)
    # Which lines are blank only the text and the lock know; what an unread record cites nobody knows.
    if known is None or corpus.unread:
        return
    references = corpus.references_to.get(record.id, ())
    cited = [one.node.value["lines"] for one in references if one.node.shape.name == "evidence"]
    empty = [item["lines"] for item in record.data.get("no_data", ())]
    left = coverage(known.lines, cited, empty, known.blank).unaccounted
    if left:
        message = f"nothing accounts for {len(left)} of {known.lines} lines: {escape(compact(left), 200)}"
        yield Fault(message, ("line_count",), "cite them in a record, or declare under no_data that they hold none")
