"""A speech, document or decision is dated outside its meeting, or a date's relation contradicts the meeting's days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import within
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

SEVERITY = "error"
EXAMINES = "date"

DATED_BY_MEETING = frozenset({"meeting.speech", "meeting.document", "meeting.decision"})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a date of the meeting's own acts, or its relation, cannot stand beside the meeting's days."""
    if record.kind.name != "meeting" or node.parent is None or (date := firm_date({"": node.value}, "")) is None:
        return
    if "relation" in node.value:
        if _contradicts(node.value["relation"], date, record.data):
            relation, days = escape(node.value["relation"], 60), record.data["date"]["edtf"]
            message = f"'{date.text}' is called '{relation}', but the meeting's days are '{days}'"
            yield Fault(message, (*node.route, "relation"), "correct the relation or the date")
    elif node.parent.shape.name in DATED_BY_MEETING:
        for name, days in _meetings(node.parent.value, record, corpus):
            if within(date, days) == "no":
                message = f"'{date.text}' lies outside the days of '{escape(name, 60)}', '{days.text}'"
                yield Fault(message, (*node.route, "edtf"), "correct the date, or say its relation to the meeting")
                return


def _meetings(act: Mapping[str, Any], record: Record, corpus: Corpus) -> Iterator[tuple[str, Edtf]]:
    """Give the meetings in whose days an act must lie: this one, unless it took place at one that is no part of it."""
    occasion = corpus.records.get(act.get("occasion", record.id))
    if occasion is not None and (days := firm_date(occasion.data, "date")):
        yield occasion.id, days
    is_part = occasion is not None and occasion.data.get("part_of") == record.id
    if is_part and (days := firm_date(record.data, "date")):
        yield record.id, days


def _contradicts(relation: str, date: Edtf, meeting: Mapping[str, Any]) -> bool:
    days = firm_date(meeting, "date")
    if days is None:
        return False
    if relation in {"before", "preparation"}:
        return certainly_after(date, days) or within(date, days) == "yes"
    if relation in {"follow-up", "after"}:
        return certainly_before(date, days) or within(date, days) == "yes"
    if relation == "publication":
        return certainly_before(date, days)
    is_apart = certainly_before(date, days) or certainly_after(date, days)
    return relation in {"spanning", "during-suspension"} and is_apart
