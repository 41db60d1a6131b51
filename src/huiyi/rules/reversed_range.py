"""The upper end of a range of numbers is below the lower one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the maximum is less than the value."""
    value, maximum = node.value["value"], node.value.get("maximum")
    if maximum is not None and maximum < value:
        yield Fault(f"the range runs from {value} to {maximum}", ("maximum",), "let the value be the lower end")
