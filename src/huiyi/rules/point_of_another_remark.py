"""A point stands under one remark of a page, and rests on what is printed under another."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

Starts = dict[str, int]
"""The line on which a remark begins, by source."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each point of which every passage stands under other remarks than its own."""
    remarks = node.value.get("remarks", ())
    starts = [_starts(remark) for remark in remarks]
    for place, remark in enumerate(remarks):
        for number, point in enumerate(remark.get("points", ())):
            under = [_under(item, starts) for item in point.get("evidence", ())]
            if under and not any(not places or place in places for places in under):
                line, other = point["evidence"][0]["lines"][0], remarks[under[0][0]]["sequence"]
                message = f"line {line} stands under remark {other}, and this is remark {remark['sequence']}"
                hint = "move the point to the remark that says it, or cite what this one says"
                yield Fault(message, ("remarks", place, "points", number, "evidence", 0), hint)


def _starts(remark: Mapping[str, Any]) -> Starts:
    starts: Starts = {}
    for item in remark.get("evidence", ()):
        starts[item["source"]] = min(item["lines"][0], starts.get(item["source"], item["lines"][0]))
    return starts


def _under(item: Mapping[str, Any], starts: Sequence[Starts]) -> list[int]:
    """Give the places of the remarks that a passage stands under; none before the first and from the last one on.

    Where the last one ends nobody knows.
    """
    begun = [one.get(item["source"]) for one in starts]
    lines = sorted({line for line in begun if line is not None})
    found = bisect_right(lines, item["lines"][0])
    return [place for place, line in enumerate(begun) if line == lines[found - 1]] if 0 < found < len(lines) else []
