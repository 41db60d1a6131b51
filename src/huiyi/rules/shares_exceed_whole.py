"""The shares of a whole are together more than the whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.shares import MOST_ROUNDING, WHOLE, is_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the parts in percent come to more than 100, by more than rounding explains."""
    parts = [corpus.records.get(part) for part in node.value.get("parts", ())]
    shares = [part.data["value"] for part in parts if part and is_percent(part.data.get("unit", ""))]
    if (total := math.fsum(shares)) > WHOLE + MOST_ROUNDING:
        message = f"the {len(shares)} shares come to {total:.15g} percent of a whole of {WHOLE}"
        yield Fault(message, ("parts",), "correct a share or the list of parts")
