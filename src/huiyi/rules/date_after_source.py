"""Something is told as having happened after the day of the very source that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import holder, outward
from huiyi.values.firm_dates import certainly_after, firm_date, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

SEVERITY = "error"
EXAMINES = "date"

# fmt: off
NOT_YET = frozenset({
    "intended", "planned", "expected", "proposed", "called-for", "requested", "demanded", "drafted", "submitted",
    "discussed", "stipulated", "ordered", "announced", "suspended", "dropped", "refused", "alleged", "reported",
    "prospective", "reputed", "cancelled",
})
# fmt: on
"""The statuses under which a date may be one to come."""

HAPPENED = frozenset({"adopted", "approved", "issued", "published", "begun", "implemented", "completed", "abolished"})

MAY_LIE_AHEAD = frozenset({"claim", "policy", "jurisdiction", "statistic", "case", "source"})
"""The kinds of record that speak of the future as well."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an asserted date is later than every source that its evidence names."""
    date = firm_date({"": node.value}, "")
    if date is None or record.kind.name in MAY_LIE_AHEAD or _may_lie_ahead(node.parent):
        return
    sources = {item["source"] for item in _evidence(node)}
    days = {source: _day(corpus.records.get(source)) for source in sources}
    if days and all(certainly_after(date, day) for day in days.values()):
        source = min(days)
        day = days[source]
        message = f"'{date.text}' is later than its source '{escape(source, 60)}' of '{day.text if day else ''}'"
        yield Fault(message, (*node.route, "edtf"), "correct the date, or give the status that the source gives")


def _may_lie_ahead(node: Node | None) -> bool:
    for one in outward(node) if node else ():
        status = one.value.get("status", "")
        is_owned = "claimant" in one.value or "attributed_to" in one.value
        is_told = one.shape.name != "point" or status in HAPPENED
        if status in NOT_YET or not is_told or not is_firm(one.value) or is_owned:
            return True
    return False


def _evidence(node: Node) -> Sequence[Mapping[str, Any]]:
    """Give the evidence of a date: its own, else that of the nearest mapping around it that has any."""
    statement = holder(outward(node))
    return statement.value["evidence"] if statement else ()


def _day(source: Record | None) -> Edtf | None:
    return None if source is None or source.kind.name != "source" else firm_date(source.data, "date")
