"""A percentage is not what its two counts give, whatever their bounds and rounding allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.shares import bounds, is_percent, share_of
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

SLACK = 1 + 1e-9
"""What the arithmetic of binary fractions may add."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where no number within the bounds of the percentage is a share that the counts can give."""
    part, whole = (corpus.records.get(node.value.get(key, "")) for key in ("numerator", "base"))
    if part is None or part.kind.name != "statistic" or min(node.value["value"], part.data["value"]) < 0:
        return
    base, its_base = node.value.get("base", ""), part.data.get("base", "")
    if not is_percent(node.value["unit"]):
        message = f"the unit is '{escape(node.value['unit'], 60)}', and '{escape(part.id, 60)}' is given as numerator"
        yield Fault(message, ("numerator",), "only a percentage has a numerator")
    elif base and its_base and base != its_base:
        message = f"the share is of '{escape(base, 60)}', and its numerator a part of '{escape(its_base, 60)}'"
        yield Fault(message, ("numerator",), "name the count that is a part of the same base")
    elif whole is not None and whole.data.get("unit") == part.data["unit"] and whole.data["value"] > 0:
        stated, given = bounds(node.value), share_of(bounds(part.data), bounds(whole.data))
        if stated.most * SLACK < given.least or given.most * SLACK < stated.least:
            between = f"{given.least:.1f}" + (f" to {given.most:.1f}" if given.most < float("inf") else " or more")
            counts = f"{part.data['value']} ({part.data['comparator']}) of {whole.data['value']}"
            message = f"the share is {node.value['value']} per cent, and {escape(counts, 90)} give {between}"
            # A share that is printed beside has a witness of its own.
            place = "numerator" if "printed" in node.value else "value"
            yield Fault(message, (place,), "correct a number; where the source errs, record an anomaly")
