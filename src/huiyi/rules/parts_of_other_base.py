"""A number is a part of another and not of its base, or of none, or counts in another unit than its whole or base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import wholes
from huiyi.values.shares import is_percent
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a number is part of another that is neither its base nor has the same base or unit."""
    base, unit = node.value.get("base"), node.value["unit"]
    of = corpus.records.get(base or "")
    if of is not None and of.kind.name == "statistic" and _is_other(unit, of.data["unit"]):
        shown = f"'{escape(of.id, 60)}', its base, counts '{escape(of.data['unit'], 60)}'"
        message = f"the unit is '{escape(unit, 60)}', and {shown}"
        yield Fault(message, ("unit",), "count a number and what it is of in one unit, unless it is a share")
        return
    for whole in wholes(record, corpus):
        other = whole.data["unit"]
        is_countable = is_percent(unit) or not is_percent(other)
        if is_countable and base is not None and base not in {whole.id, whole.data.get("base")}:
            theirs = escape(whole.data.get("base", whole.id), 60)
            message = f"the base is '{escape(base, 60)}', and this is a part of '{escape(whole.id, 60)}', of '{theirs}'"
            yield Fault(message, ("base",), "correct the base of one of the two, or the parts")
            return
        if is_countable and base is None:
            message = f"this is a part of '{escape(whole.id, 60)}', and no base is named"
            yield Fault(message, ("unit",), f"name '{escape(whole.data.get('base', whole.id), 60)}' as its base")
            return
        if not is_percent(unit) and unit.casefold() != other.casefold():
            whole_of = f"'{escape(whole.id, 60)}'"
            message = f"the unit is '{escape(unit, 60)}', and {whole_of}, its whole, counts '{escape(other, 60)}'"
            yield Fault(message, ("unit",), "count a whole and its parts in one unit")
            return


def _is_other(unit: str, base: str) -> bool:
    return not is_percent(unit) and not is_percent(base) and unit.casefold() != base.casefold()
