"""A meeting that its name calls enlarged is recorded as not enlarged."""

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
EXAMINES = "meeting"

_ENLARGED = re.compile(r"\b(?:enlarged|expanded)\b|[扩擴]大", re.IGNORECASE)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where `enlarged` is false and a name says otherwise."""
    names = [name["text"] for name in node.value["names"] if _ENLARGED.search(name["text"])]
    if node.value.get("enlarged") is False and names:
        message = f"'enlarged' is false, and the name is '{escape(names[0], 60)}'"
        yield Fault(message, ("enlarged",), "set it to true; where the sources differ, record an anomaly")
