"""A source is called the text of a work that cites other sources alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import cited_lines
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "source"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the work of a source cites passages, and none from that source."""
    work = corpus.records.get(node.value.get("work", ""))
    if work is None or work.kind.name != "work":
        return
    sources = sorted({source for source, _ in cited_lines(one.value for one in work.nodes())})
    if sources and record.id not in sources:
        message = f"'{escape(work.id, 60)}' rests on '{escape(sources[0], 60)}', and on nothing in this source"
        yield Fault(message, ("work",), "name the work whose text this is, or cite in it the line with its title")
