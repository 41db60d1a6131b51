"""Lines of a source are neither cited by a record nor declared to hold no data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import accounted
from huiyi.evidence.coverage import compact
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "source"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give one fault that names every line of the source that nobody accounts for."""
    # What an unread record cites nobody knows.
    measured = None if corpus.unread else accounted(corpus, record.id)
    last = record.data.get("transcribed_to")
    left = [line for line in measured.unaccounted if last is None or line <= last] if measured else []
    if measured and left:
        message = f"nothing accounts for {len(left)} of {measured.line_count} lines: {escape(compact(left), 200)}"
        # Next to a line that is declared empty the declaration is most likely wrong.
        beside = (number for number, part in enumerate(record.data.get("no_data", ())) if _touches(part["lines"], left))
        number = next(beside, None)
        place: Route = ("line_count",) if number is None else ("no_data", number, "lines")
        yield Fault(message, place, "cite them in a record, or declare under no_data that they hold none")


def _touches(lines: Sequence[int], left: Collection[int]) -> bool:
    return lines[0] - 1 in left or lines[-1] + 1 in left
