"""Tells where people act before birth or after death, or bodies before or after their time, and which date to doubt."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.acting import ACTIVE_ROLES, BODIES, body_acting, days_of
from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, is_firm
from huiyi.values.text import counted, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

BOUNDS = {
    "birth_date": ("was born", "after"),
    "death_date": ("died", "before"),
    "founded": ("was founded", "after"),
    "abolished": ("was abolished", "before"),
}
"""The dates that bound a life or the time of a body, and how a message tells that an act lies beyond them."""

PEOPLE = {
    "event.participant": "participant",
    "document.author": "person",
    "meeting.convener": "convener",
    "meeting.attendant": "person",
    "meeting.speech": "speaker",
}
"""The parts of a record in which a person acts, and the field that names them."""

ENDS_WITH_LIFE = frozenset({"event.participant", "document.author"})
"""Acts that death ends as it ends being at a meeting; who convened a meeting need not live to see it."""

MOST_ACTS = 2
"""So many acts are told of one date in doubt, and of one record."""


class Act(NamedTuple):
    """Something that the owner of a bound does: the rule that tells it, where it is told, and its days.

    It lies beyond the bound where all of its days do.
    """

    rule: str
    owner: str
    bound: str
    record: Record
    route: Route
    days: tuple[Edtf, ...]


class Clash(NamedTuple):
    """An act that lies beyond a bound of its owner, the date of that bound, and in how many records there are such."""

    act: Act
    limit: Edtf
    records: int

    def fault(self, route: Route, hint: str) -> Fault:
        """Make the fault at a route; its message names the bound and the first day of the act."""
        verb, side = BOUNDS[self.act.bound]
        more = f", and likewise in {counted(self.records - 1, 'more record')}" if self.records > 1 else ""
        act = f"'{self.act.days[0].text}' of '{escape(self.act.record.id, 60)}'"
        message = f"'{escape(self.act.owner, 60)}' {verb} '{self.limit.text}', {side} {act}"
        return Fault(message + more, route, hint)


class Clashes(NamedTuple):
    """What is to be told: at bounds, by owner and bound, and at acts, by rule, record and route."""

    bounds: Mapping[tuple[str, str], Clash]
    acts: Mapping[tuple[str, str, Route], Clash]


def clashes(corpus: Corpus) -> Clashes:
    """Give the clashes of all records.

    A bound is told where more records clash with it than agree, the acts where no more clash than agree, or one alone.
    """
    return corpus.remembered(__name__, lambda: _clashes(corpus))


def bounds_in_doubt(node: Node, record: Record, corpus: Corpus, names: tuple[str, ...]) -> Iterator[Fault]:
    """Give a fault at each of these bounds of a record that more acts contradict than confirm."""
    for name in names if node.parent is None else ():
        clash = clashes(corpus).bounds.get((record.id, name))
        if clash is not None:
            where = escape(clash.act.record.id, 60)
            yield clash.fault((name, "edtf"), f"correct it, or the dates in '{where}', or look for a namesake")


def act_in_doubt(rule: str, record: Record, route: Route, corpus: Corpus, hint: str) -> Iterator[Fault]:
    """Give a fault where an act, or a date of it, lies beyond a bound that other records confirm."""
    clash = clashes(corpus).acts.get((rule, record.id, route))
    if clash is not None:
        yield clash.fault(route, hint)


def body_in_doubt(rule: str, bound: str, node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at this bound of a body, if the node is one, and where the body that the node names acts beyond it.

    `node` is one of the parts in `BODIES`.
    """
    if node.shape.name == "organization":
        yield from bounds_in_doubt(node, record, corpus, (bound,))
    route = (*node.route, BODIES[node.shape.name])
    yield from act_in_doubt(rule, record, route, corpus, "correct a date, or name the body that it was then")


def _clashes(corpus: Corpus) -> Clashes:
    limits = {
        (record.id, bound): limit
        for record in corpus.all_records
        for bound in BOUNDS
        if record.kind.name in {"person", "organization"} and (limit := firm_date(record.data, bound))
    }
    found: dict[tuple[str, str], list[Act]] = defaultdict(list)
    confirming: dict[tuple[str, str], set[str]] = defaultdict(set)
    for act in _acts(corpus) if limits else ():
        limit = limits.get((act.owner, act.bound))
        if limit is not None and act.days:
            if all(_is_beyond(day, act.bound, limit) for day in act.days):
                found[act.owner, act.bound].append(act)
            elif all(_is_within(day, act.bound, limit) for day in act.days):
                confirming[act.owner, act.bound].add(act.record.id)
    bounds: dict[tuple[str, str], Clash] = {}
    acts: dict[tuple[str, str, Route], Clash] = {}
    told: dict[str, int] = defaultdict(int)
    for key, clashing in found.items():
        records = {act.record.id: act for act in reversed(clashing)}  # the first act of each record
        agreeing = len(confirming[key] - records.keys())
        if len(records) > agreeing:
            bounds[key] = Clash(clashing[0], limits[key], len(records))
        if len(records) <= max(agreeing, 1):
            for act in list(reversed(records.values()))[:MOST_ACTS]:
                told[act.record.id] += 1
                if told[act.record.id] <= MOST_ACTS:
                    acts[act.rule, act.record.id, act.route] = Clash(act, limits[key], 1)
    return Clashes(bounds, acts)


def _is_beyond(day: Edtf, bound: str, limit: Edtf) -> bool:
    return certainly_before(day, limit) if BOUNDS[bound][1] == "after" else certainly_after(day, limit)


def _is_within(day: Edtf, bound: str, limit: Edtf) -> bool:
    return certainly_after(day, limit) if BOUNDS[bound][1] == "after" else certainly_before(day, limit)


def _acts(corpus: Corpus) -> Iterator[Act]:
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in PEOPLE:
                yield from _of_person(node, record, corpus)
            if node.shape.name in BODIES:
                yield from _of_body(node, record, corpus)
            if node.shape.name == "person.tenure":
                yield from _of_tenure(node, record)


def _of_person(node: Node, record: Record, corpus: Corpus) -> Iterator[Act]:
    shape, value = node.shape.name, node.value
    owner, route = value[PEOPLE[shape]], (*node.route, PEOPLE[shape])
    presence = value.get("delivery", value.get("presence", "present"))
    is_active = value["role"] in ACTIVE_ROLES if shape == "event.participant" else presence in {"given", "present"}
    if not is_firm(value) or not is_active:
        return
    days = days_of(record, corpus)
    yield Act("acts-outside-life", owner, "birth_date", record, route, days.last)
    if shape in ENDS_WITH_LIFE:
        yield Act("acts-outside-life", owner, "death_date", record, route, days.first)
    elif shape != "meeting.convener" and (day := firm_date(value if "date" in value else record.data, "date")):
        yield Act("dead-at-meeting", owner, "death_date", record, route, (day,))


def _of_body(node: Node, record: Record, corpus: Corpus) -> Iterator[Act]:
    for rule, bound, other in (
        ("body-before-it-existed", "founded", "abolished"),
        ("body-after-it-was-abolished", "abolished", "founded"),
    ):
        acting = body_acting(node, record, corpus, other)
        if acting is not None:
            days = acting.days.last if bound == "founded" else acting.days.first
            yield Act(rule, acting.body.id, bound, record, (*node.route, acting.key), days)


def _of_tenure(node: Node, record: Record) -> Iterator[Act]:
    owners = {
        "birth_date": ("tenure-outside-life", record.id),
        "death_date": ("tenure-outside-life", record.id),
        "founded": ("tenure-outside-organization", node.value["organization"]),
        "abolished": ("tenure-outside-organization", node.value["organization"]),
    }
    for key in ("start", "as_of", "end") if is_firm(node.value) else ():
        if day := firm_date(node.value, key):
            for bound, (rule, owner) in owners.items():
                yield Act(rule, owner, bound, record, (*node.route, key, "edtf"), (day,))
