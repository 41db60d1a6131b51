"""A pair of lines runs backwards, or beyond the end of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("evidence", "source", "source.unit", "source.empty", "source.page")

ONE_LINE = ("line", "transcribed_to")
"""The keys that hold one line; a pair stands under `lines`."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the lines of a passage, unit or page cannot be lines of the source."""
    key = next((one for one in (*ONE_LINE, "lines") if one in node.value), None)
    if key is None:
        return
    source = node.value.get("source", record.id)
    first, last = (node.value[key],) * 2 if key in ONE_LINE else node.value["lines"]
    count = _line_count(source, corpus)
    if first > last:
        message = f"line {first} does not come before line {last}"
        yield Fault(message, (*node.route, key), f"write [{last}, {first}] if that is meant")
    elif count is not None and last > count:
        message = f"line {last} is beyond '{escape(source, 60)}', which has {count} lines"
        yield Fault(message, (*node.route, key), f"lines run from 1 to {count}")


def _line_count(source: str, corpus: Corpus) -> int | None:
    """Count the lines of a source: in its text, else as the lock knows them, else as its record states."""
    if source in corpus.texts:
        return corpus.texts[source].line_count
    if source in corpus.lock.sources:
        return corpus.lock.sources[source].lines
    record = corpus.records.get(source)
    return record.data["line_count"] if record and record.kind.name == "source" else None
