"""A "see remark n" leads to a remark with another printed number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "pointer"

_NUMBERS = re.compile(
    r"(?:remarks?|备注|附注)\s*([0-9]+(?:\s*(?:,|&|and|or|、|和)\s*[0-9]+)*)(?!\s*[-–—0-9])", re.IGNORECASE
)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the number of the remark pointed to is none of those that the pointer prints."""
    target = corpus.node(node.value["remark"]) if "remark" in node.value else None
    if target is None or target.shape.name != "meeting.remark":
        return
    printed, number = node.value.get("printed", ""), target.value.get("printed_number", "").rstrip(".")
    numbers = [found for match in _NUMBERS.finditer(printed) for found in re.findall("[0-9]+", match[1])]
    if numbers and number.isdecimal() and number not in numbers:
        message = f"'{escape(printed, 60)}' points to remark {escape(number, 60)} as printed"
        yield Fault(message, (*node.route, "remark"), "point to the remark that is printed, or record an anomaly")
