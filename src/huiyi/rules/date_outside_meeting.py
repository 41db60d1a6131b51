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
    from huiyi.findings import Route
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

SEVERITY = "error"
EXAMINES = "date"

FEWEST = 3
"""From how many dates on the meeting's own days are taken to be wrong where most do not fit them."""
ACTS = frozenset({"speeches", "documents", "decisions"})
OWN_DAYS = ("date",)
DATED_BY_MEETING = frozenset({"meeting.speech", "meeting.document", "meeting.decision"})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a date of the meeting's own acts, or its relation, cannot stand beside the meeting's days.

    Where most of them cannot, the meeting's days have the one fault.
    """
    if record.kind.name != "meeting" or node.parent is None:
        return
    faults = corpus.remembered((__name__, record.document.path), lambda: _faults(record, corpus))
    if node.route in faults:
        yield faults[node.route]


def _faults(record: Record, corpus: Corpus) -> Mapping[Route, Fault]:
    """Give the faults of a meeting by the date that has them, or the one fault of its own days."""
    judged = _judged(record, corpus)
    misfits = {route: fault for route, fault in judged.items() if fault and fault.route[-1] != "occasion"}
    # The acts themselves decide: what came before or after still does so beside most wrong days.
    acts = [route in misfits for route in judged if route[0] in ACTS]
    faults = {route: fault for route, fault in judged.items() if fault}
    if len(misfits) < FEWEST or 2 * sum(acts) <= len(acts):
        return faults
    first = next(iter(misfits.values()))
    message = f"{len(misfits)} of {len(judged)} dates here do not fit these days: {first.message}"
    own = Fault(message, (*OWN_DAYS, "edtf"), "correct the meeting's days, or those dates")
    return {OWN_DAYS: own} | {route: fault for route, fault in faults.items() if route not in misfits}


def _judged(record: Record, corpus: Corpus) -> Mapping[Route, Fault | None]:
    """Give for each date that the meeting's days bear upon its fault, or None where it fits."""
    judged: dict[Route, Fault | None] = {}
    for node in record.nodes():
        if node.shape.name == "date" and node.parent and (date := firm_date({"": node.value}, "")):
            if "relation" in node.value:
                judged[node.route] = _relation_fault(node, date, record)
            elif node.parent.shape.name in DATED_BY_MEETING:
                judged[node.route] = _day_fault(node, node.parent, date, (record, corpus))
    return judged


def _relation_fault(node: Node, date: Edtf, record: Record) -> Fault | None:
    if not _contradicts(node.value["relation"], date, record.data):
        return None
    relation, days = escape(node.value["relation"], 60), record.data["date"]["edtf"]
    message = f"'{date.text}' is called '{relation}', but the meeting's days are '{days}'"
    return Fault(message, (*node.route, "relation"), "correct the relation or the date")


def _day_fault(node: Node, act: Node, date: Edtf, at: tuple[Record, Corpus]) -> Fault | None:
    for name, days in _meetings(act.value, *at):
        if within(date, days) == "no":
            message = f"'{date.text}' lies outside the days of '{escape(name, 60)}', '{days.text}'"
            own = firm_date(at[0].data, "date")
            # Where the days of this meeting hold the date, those of the other occasion are in question.
            is_elsewhere = name != at[0].id and own is not None and within(date, own) != "no"
            route = (*act.route, "occasion") if is_elsewhere else (*node.route, "edtf")
            return Fault(message, route, "correct the date or the occasion, or say its relation to the meeting")
    return None


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
