"""Tells what became of a record in words, one sentence a change; evidence, order and wording are summed up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.differences.naming import Spot, named, spots
from huiyi.differences.phrases import Phrase, Said, term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from huiyi.differences.comparing import Change, RecordChange
    from huiyi.differences.labels import Labels
    from huiyi.schemas import Field, Shape

LONG_TEXT = 1000
"""A field that may hold so many characters holds sentences of our own, which are not repeated."""

DATED = {
    ("person.tenure", "start"): (" now begins ", "without a beginning"),
    ("person.tenure", "end"): (" now ends ", "open"),
    ("meeting", "date"): (" is now dated ", "undated"),
}
"""The verb of a date where its holder has one, and what its holder was without it."""

NOUNS = {("person", "birth_date"): "date of birth", ("person", "death_date"): "date of death"}


class Seen(NamedTuple):
    """A change in its place: the mappings that lead to it, and the key of the value, empty where it is a mapping."""

    change: Change
    path: tuple[Spot, ...]
    key: str


def told(record: RecordChange, changes: Sequence[Change], shape: Shape | None, labels: Labels) -> Iterator[Phrase]:
    """Tell what became of a record; of one that changed, by these of its changes."""
    whole = named((Spot(shape, {}, record.kind),), record.id, labels)
    identifier = (" (", Said(record.id), ")")
    if record.turn == "changed":
        yield from _Teller(record, shape, labels).told(changes)
    elif record.turn == "retired" and record.new is not None and "merged_into" in record.new.data:
        yield (*whole, " is merged into ", labels.of(str(record.new.data["merged_into"])), *identifier)
    elif record.turn == "reused" and record.old is not None and record.new is not None:
        yield (
            "identifier ",
            Said(record.id),
            " was a ",
            term(record.old.kind),
            " and is now a ",
            term(record.new.kind),
        )
    else:
        words = {"added": "is new", "removed": "vanished", "retired": "is withdrawn", "restored": "is back"}
        yield (*whole, f" {words[record.turn]}", *identifier)


class _Teller:
    """Tells the changes of one record; what is summed up is told once."""

    def __init__(self, record: RecordChange, shape: Shape | None, labels: Labels) -> None:
        self.record, self.shape, self.labels = record, shape, labels

    def told(self, changes: Sequence[Change]) -> Iterator[Phrase]:
        places = [self._place(change) for change in changes]
        summaries = [self._summary(seen) for seen in places]
        sides: dict[tuple[str, Phrase], set[str]] = {}
        for seen, summary in zip(places, summaries, strict=True):
            if summary is not None:
                sides.setdefault(summary, set()).add(seen.change.what)
        for seen, summary in zip(places, summaries, strict=True):
            if summary is None:
                yield from self._sentences(seen)
            elif (whats := sides.pop(summary, None)) is not None:
                yield _summed(summary, whats)

    def _name(self, path: Sequence[Spot]) -> Phrase:
        return named(path, self.record.id, self.labels)

    def _place(self, change: Change) -> Seen:
        """Find where a change is: in the new record, or in the old one what was removed from it."""
        entry = self.record.old if change.new_route is None else self.record.new
        assert entry is not None
        path, rest = spots(entry.kind, self.shape, entry.data, change.route)
        return Seen(change, tuple(path), str(rest[0]) if rest else "")

    def _summary(self, seen: Seen) -> tuple[str, Phrase] | None:
        """Give what a change is summed up under, with the name of whose it is; None where it has its own sentence."""
        keys = [spot.key for spot in seen.path[1:]] + [seen.key]
        if "evidence" in keys:
            return "evidence", self._name(seen.path[: keys.index("evidence") + 1])
        if seen.change.what == "moved":
            holder, key = (seen.path, seen.key) if seen.key else (seen.path[:-1], seen.path[-1].key)
            return "order", (holder[-1].title(key), " of ", *self._name(holder))
        if _is_long(seen.path[-1].field(seen.key)) and seen.change.what == "changed":
            return "words", (seen.path[-1].title(seen.key), " of ", *self._name(seen.path))
        return None

    def _sentences(self, seen: Seen) -> Iterator[Phrase]:
        change, path, key = seen
        value = change.old if change.new_route is None else change.new
        here = path[-1]
        if not key:
            yield self._node(seen)
        elif key == "edtf" and here.name == "date":
            yield self._dated(path[:-1], here.key, change.old, change.new)
        elif key == "reviewed" and len(path) == 1 and change.new is not None:
            yield (*self._name(path), " was reviewed on ", Said(str(change.new)))
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            yield from self._list(seen, value)
        elif _is_long(here.field(key)):
            yield (*self._name(path), " has a new " if change.what == "added" else " has no more ", here.title(key))
        elif change.what != "changed" and (here.listing(key) is not None or isinstance(value, list)):
            verb = " now includes " if change.what == "added" else " no longer includes "
            yield (*self._name(path), ": ", here.title(key), verb, *self.labels.value(here.field(key), value))
        else:
            yield self._single(seen)

    def _single(self, seen: Seen) -> Phrase:
        change, path, key = seen
        told = now_and_before(change, path[-1].field(key), self.labels)
        return (*self._name(path), ": ", path[-1].title(key), *told)

    def _node(self, seen: Seen) -> Phrase:
        """Tell of a whole mapping that came or went."""
        change, path, _ = seen
        here = path[-1]
        if here.place is None and "edtf" in here.value:
            old, new = ((side or {}).get("edtf") for side in (change.old, change.new))
            return self._dated(path[:-1], here.key, old, new)
        return (*self._name(path), " is new" if change.what == "added" else " is gone", *_span(here))

    def _list(self, seen: Seen, items: list[Any]) -> Iterator[Phrase]:
        """Tell of each item of a list that came or went as a whole."""
        change, path, key = seen
        listing = path[-1].listing(key)
        for place, item in enumerate(items):
            value = item if isinstance(item, dict) else {"text": str(item)}
            spot = Spot(listing.shape if listing else None, value, key, place)
            yield (*self._name((*path, spot)), " is new" if change.what == "added" else " is gone", *_span(spot))

    def _dated(self, path: Sequence[Spot], key: str, old: Any, new: Any) -> Phrase:
        title: str | Said = NOUNS.get((path[-1].name, key)) or path[-1].title(key)
        whose = self._name(path)
        if new is None:
            return (*whose, " has no ", title, " any more, was ", Said(str(old)))
        verb, absence = DATED.get((path[-1].name, key), ("", "not given"))
        start = (*whose, verb) if verb else (*whose, ": ", title, " is now ")
        return (*start, Said(str(new)), ", was ", absence if old is None else Said(str(old)))


def now_and_before(change: Change, field: Field | None, labels: Labels) -> Phrase:
    """Say what a value is and what it was, to follow its name."""
    if change.what == "removed":
        return (" is no longer given, was ", *labels.value(field, change.old))
    former = labels.value(field, change.old) if change.what == "changed" else ("not given",)
    return (" is now ", *labels.value(field, change.new), ", was ", *former)


def _summed(summary: tuple[str, Phrase], whats: set[str]) -> Phrase:
    what, whose = summary
    if what == "order":
        return ("the order of ", *whose, " has changed")
    if what == "words":
        return (*whose, " is worded anew")
    verbs = {"added": "is added", "removed": "is taken away", "changed": "has moved"}
    verb = verbs.get(next(iter(whats)), "has moved") if len(whats) == 1 else "has changed"
    return ("evidence of ", *whose, f" {verb}")


def _is_long(field: Field | None) -> bool:
    """Say whether a field holds sentences of our own."""
    return field is not None and not field.is_printed and int(field.schema.get("maxLength", 0)) >= LONG_TEXT


def _span(spot: Spot) -> Phrase:
    """Give from when to when a tenure runs; nothing for what is no tenure."""
    if spot.name != "person.tenure":
        return ()
    ends: Mapping[str, Any] = {key: spot.value.get(key) for key in ("start", "end")}
    texts = {key: str(date["edtf"]) for key, date in ends.items() if isinstance(date, dict) and "edtf" in date}
    return (" (", Said(texts.get("start", "?")), " to ", Said(texts.get("end", "?")), ")") if texts else ()
