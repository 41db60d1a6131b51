"""A percentage does not say of what it is a share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.shares import is_percent
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

WHOLE = 100
HINT = "name the statistic of which it is a share, or say in a note that the source does not count the base"
_NEVER = r"(?:not|no|never|nowhere)"
_UNCOUNTED = re.compile(rf"\bbase\b[^.;]*\b{_NEVER}\b|\b{_NEVER}\b[^.;]*\bbase\b", re.IGNORECASE)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the unit is percent and no base is named, but for a whole that is a hundred of them."""
    unit = node.value["unit"]
    if is_percent(unit) and "base" not in node.value and not _is_whole(node.value) and not _is_uncounted(node.value):
        message = f"{node.value['value']} '{escape(unit, 60)}' has no base"
        yield Fault(message, ("unit",), HINT)


def _is_uncounted(statistic: Mapping[str, Any]) -> bool:
    return _UNCOUNTED.search(statistic.get("note", "")) is not None


def _is_whole(statistic: Mapping[str, Any]) -> bool:
    return statistic["value"] == WHOLE and bool(statistic.get("parts"))
