"""A meeting that its name calls enlarged is not recorded as enlarged."""

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
    """Give a fault where `enlarged` is false, or nothing is said, and a name says that it was."""
    names = [name["text"] for name in node.value["names"] if _ENLARGED.search(name["text"])]
    if not names or node.value.get("enlarged"):
        return
    is_said = "enlarged" in node.value
    message = f"'enlarged' is {'false' if is_said else 'left out'}, and the name is '{escape(names[0], 60)}'"
    before = [key for key in node.shape.order[: node.shape.order.index("enlarged")] if key in node.value]
    route = "enlarged" if is_said else before[-1]
    yield Fault(message, (route,), "set it to true; where the sources differ, record an anomaly", at_key=not is_said)
