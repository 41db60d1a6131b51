"""The printed numbers of a meeting's remarks skip one, repeat one, or start again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

MOST_FIGURES = 6


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at each remark whose printed number does not follow the one printed before it."""
    previous = 0
    for position, remark in enumerate(node.value.get("remarks", ())):
        printed = remark.get("printed_number", "").rstrip(".")
        if not (printed.isdecimal() and printed.isascii()) or len(printed) > MOST_FIGURES:
            continue
        number = int(printed)
        if number != previous + 1:
            before = f"follows {previous}" if previous else "is the first"
            message = f"the printed number {number} {before}; {previous + 1} was due"
            yield Fault(message, ("remarks", position, "printed_number"), "keep what is printed, record an anomaly")
        previous = number
