"""Two units of a source share lines, though neither is a part of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "source"

NEVER_NESTED = frozenset({"field", "remark", "chapter", "paragraph"})
"""The types of unit of which none is a part of another of its type."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at each unit that begins within another and ends beyond it, or is within one of its own type.

    The other one has a fault as well, but no more than one.
    """
    units = sorted(enumerate(node.value.get("units", ())), key=lambda one: (one[1]["lines"][0], -one[1]["lines"][1]))
    around: list[tuple[int, Mapping[str, Any]]] = []
    told: set[int] = set()
    for place, unit in units:
        first, last = unit["lines"]
        around = [(where, outer) for where, outer in around if outer["lines"][1] >= first]
        for where, outer in around:
            is_nested = outer["type"] == unit["type"] and unit["type"] in NEVER_NESTED
            if last > outer["lines"][1] or is_nested:
                yield _fault(place, unit, outer)
                if where not in told:
                    told.add(where)
                    yield _fault(where, outer, unit)
                break
        around.append((place, unit))


def _fault(place: int, unit: Mapping[str, Any], other: Mapping[str, Any]) -> Fault:
    (first, last), (others_first, others_last) = unit["lines"], other["lines"]
    message = f"lines {first}-{last} overlap '{escape(other['key'], 60)}', lines {others_first}-{others_last}"
    return Fault(message, ("units", place, "lines"), "correct the lines of one of the two")
