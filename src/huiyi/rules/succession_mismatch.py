"""The record of a predecessor or successor tells another succession: another name, or dates that overlap."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

SEVERITY = "error"
EXAMINES = "person.tenure"

SIDES = (("predecessor", "successor"), ("successor", "predecessor"))
MOST_DAYS_SHARED = 1


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each neighbour in the post whose own tenure of it does not fit this one."""
    naming = corpus.remembered((__name__, "naming"), lambda: _naming(corpus))
    for side, opposite in SIDES:
        neighbour = corpus.records.get(node.value.get(side, ""))
        if neighbour is None or "post" not in node.value:
            continue
        tenures = [one for one in neighbour.data.get("tenures", ()) if one.get("post") == node.value["post"]]
        named = sorted({one[opposite] for one in tenures if opposite in one})
        who, other = escape(record.id, 60), escape(neighbour.id, 60)
        if tenures and named and record.id not in named:
            message = f"'{who}' names '{other}' as {side}, who names '{escape(named[0], 60)}' as {opposite}"
            yield Fault(message, (*node.route, side), "correct one of the two, or record an anomaly on both")
        elif len(tenures) == 1 and tenures[0].get(side) == record.id and _times(node, record) == 1:
            message = f"'{who}' names '{other}' as {side}, and '{other}' names '{who}' as {side} as well"
            yield Fault(message, (*node.route, side), "correct one of the two, or record an anomaly on both")
        elif others := _others(naming[node.value["post"], opposite, record.id], neighbour.id, record, node):
            message = f"'{who}' names '{other}' as {side}, and '{escape(others[0], 60)}' names '{who}' as {opposite}"
            yield Fault(message, (*node.route, side), "correct one of the two, or record an anomaly on both")
        elif tenures and (dates := _clash(side, node.value, tenures)):
            message = (
                f"'{who}' names '{other}' as {side}, but the later tenure starts '{dates[0]}' "
                f"and the earlier one ends '{dates[1]}'"
            )
            yield Fault(message, (*node.route, side), "correct the start or the end, or record an anomaly on both")


def _naming(corpus: Corpus) -> Mapping[tuple[str, str, str], list[str]]:
    """Give the people who name somebody as predecessor or as successor in a post."""
    naming: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for person in corpus.by_kind["person"]:
        for tenure in person.data.get("tenures", ()):
            for side, _ in SIDES:
                if side in tenure and "post" in tenure:
                    naming[tenure["post"], side, tenure[side]].append(person.id)
    return naming


def _others(naming: list[str], neighbour: str, record: Record, node: Node) -> list[str]:
    """Give those who claim the place of a neighbour who does not claim it; whoever held a post twice has two."""
    return [] if neighbour in naming or _times(node, record) > 1 else naming


def _times(node: Node, record: Record) -> int:
    return sum(one.get("post") == node.value["post"] for one in record.data["tenures"])


def _clash(side: str, tenure: Mapping[str, Any], others: list[Mapping[str, Any]]) -> tuple[str, str] | None:
    """Give the later one's start and the earlier one's end if they overlap whichever tenure of the other is meant."""
    clash = None
    for other in others:
        late, early = (tenure, other) if side == "predecessor" else (other, tenure)
        start, end = firm_date(late, "start"), firm_date(early, "end")
        if start is None or end is None or not _overlap(start, end):
            return None
        clash = start.text, end.text
    return clash


def _overlap(start: Edtf, end: Edtf) -> bool:
    return (end.reach[0] - start.reach[3]).days > MOST_DAYS_SHARED
