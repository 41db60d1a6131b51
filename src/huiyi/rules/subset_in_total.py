"""A sum counts a number twice: one of its parts is itself a part of another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each part that is, by its base or as a part, contained in another part of the same unit.

    It stands in the list of parts, and at a base that is summed beside what it is the base of.
    """
    yield from _beside_base(node, record, corpus)
    parts = node.value.get("parts", ())
    if not parts:
        return
    others = set(parts)
    wholes = corpus.remembered((__name__, "wholes"), lambda: _wholes(corpus))
    for position, part in enumerate(parts):
        around = _around(part, wholes, record.id)
        beside = sorted(one for one in around & others if _unit(one, corpus) == _unit(part, corpus))
        if beside:
            message = f"'{escape(part, 60)}' is summed beside '{escape(beside[0], 60)}', of which it is a part"
            yield Fault(message, ("parts", position), "leave out the one or the other")


def _beside_base(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    base = node.value.get("base", "")
    totals = corpus.remembered((__name__, "totals"), lambda: _totals(corpus))
    both = sorted(totals.get(record.id, set()) & totals.get(base, set()))
    if both and base != record.id and _unit(base, corpus) == node.value["unit"]:
        message = f"the number is summed beside its base '{escape(base, 60)}' in '{escape(both[0], 60)}'"
        yield Fault(message, ("base",), "name another base, or leave one of the two out of the sum")


def _totals(corpus: Corpus) -> Mapping[str, set[str]]:
    """Give, for each statistic, the sums in which it is listed."""
    found: dict[str, set[str]] = defaultdict(set)
    for statistic in corpus.by_kind["statistic"]:
        for part in statistic.data.get("parts", ()):
            found[part].add(statistic.id)
    return found


def _wholes(corpus: Corpus) -> Mapping[str, set[str]]:
    """Give, for each statistic, those of which it is said to be a part."""
    found: dict[str, set[str]] = defaultdict(set)
    for statistic in corpus.by_kind["statistic"]:
        if "base" in statistic.data:
            found[statistic.id].add(statistic.data["base"])
        for part in statistic.data.get("parts", ()):
            found[part].add(statistic.id)
    return found


def _around(part: str, wholes: Mapping[str, set[str]], total: str) -> set[str]:
    """Give all that a statistic is a part of, step by step, up to the total."""
    found: set[str] = set()
    open_ends = [part]
    while open_ends:
        new = wholes.get(open_ends.pop(), set()) - found - {total, part}
        found |= new
        open_ends += new
    return found


def _unit(statistic: str, corpus: Corpus) -> str | None:
    record = corpus.records.get(statistic)
    return record.data.get("unit") if record is not None else None
