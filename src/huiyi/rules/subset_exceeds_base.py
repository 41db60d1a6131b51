"""A part is larger than the number of which it is a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.shares import is_percent
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

AT_LEAST = frozenset({"exactly", "more-than", "at-least"})
AT_MOST = frozenset({"exactly", "less-than", "at-most"})


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the least that a part can be is more than the most that its base can be."""
    base = corpus.records.get(node.value.get("base", ""))
    if base is None or base.data.get("unit") != node.value["unit"] or is_percent(node.value["unit"]):
        return
    most = base.data.get("maximum", base.data["value"])
    is_certain = node.value["comparator"] in AT_LEAST and base.data["comparator"] in AT_MOST
    if is_certain and node.value["value"] > most:
        message = f"the part is {node.value['value']}, its base '{escape(base.id, 60)}' is {most}"
        yield Fault(message, ("value",), "correct one of the two, or the base")
