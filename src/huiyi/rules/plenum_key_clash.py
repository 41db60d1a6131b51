"""Two plenums have one number in one congress, or a plenum of a higher number came before one of a lower."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

Series = tuple[str, int]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at each of two plenums of one Central Committee that have the same number or the wrong order."""
    clashes = corpus.remembered((__name__, "clashes"), lambda: _clashes(corpus))
    if other := clashes.get(record.id):
        mine, theirs = node.value["ordinal"], other.data["ordinal"]
        of = f"of the committee of congress {node.value['congress']}"
        if mine == theirs:
            message = f"plenum {mine} {of} is also '{escape(other.id, 60)}'"
        else:
            dates = [one.data["date"]["edtf"] for one in (record, other)]
            message = f"plenum {mine} {of} met '{dates[0]}', plenum {theirs}, '{escape(other.id, 60)}', '{dates[1]}'"
        yield Fault(message, ("ordinal",), "correct the congress or the ordinal, or join the two records")


def _clashes(corpus: Corpus) -> Mapping[str, Record]:
    """Give the plenums that clash, each with the one that it clashes with."""
    series: dict[Series, list[Record]] = defaultdict(list)
    for record in corpus.by_kind["meeting"]:
        if record.data["type"] == "plenum" and {"congress", "ordinal"} <= record.data.keys():
            series[record.data.get("body", ""), record.data["congress"]].append(record)
    clashes: dict[str, Record] = {}
    for plenums in series.values():
        for low, high in pairwise(sorted(plenums, key=lambda record: (record.data["ordinal"], record.id))):
            is_same = low.data["ordinal"] == high.data["ordinal"]
            if is_same or certainly_after(firm_date(low.data, "date"), firm_date(high.data, "date")):
                clashes |= {low.id: high, high.id: low}
    return clashes
