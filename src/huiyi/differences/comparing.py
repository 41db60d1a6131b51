"""Compares two states: which records came, went and changed, and in a changed record every value that did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from huiyi.corpus import REDIRECT
from huiyi.differences.form_changes import FormChange, compare_forms
from huiyi.differences.pairing import canonical, paired

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from huiyi.differences.states import Entry, State
    from huiyi.findings import Route
    from huiyi.schemas import Listing, Shape

Turn = Literal["added", "changed", "retired", "restored", "removed", "reused"]


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a record that was added, removed, changed or moved to another place in its list.

    `address` is that of the node which it is, or which holds it as its `field`: in the new record, or, of what was
    removed, in the old one. A route leads to the value in the record of its side; None where it is not there.
    """

    what: Literal["added", "removed", "changed", "moved"]
    address: str
    field: str
    old_route: Route | None
    new_route: Route | None
    old: Any
    new: Any

    @property
    def route(self) -> Route:
        """Where to find it: in the new record, or, of what was removed, in the old one."""
        route = self.old_route if self.new_route is None else self.new_route
        assert route is not None
        return route


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What became of a record: `old` and `new` are None where there is none; `changes` only where it `changed`.

    `retired` is a record whose place a redirect has taken, `restored` the reverse, `reused` one whose identifier now
    means a record of another kind.
    """

    id: str
    turn: Turn
    old: Entry | None
    new: Entry | None
    changes: tuple[Change, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the record: the new one where it has two, but the old one of what was retired."""
        entry = self.old if self.new is None or (self.turn == "retired" and self.old) else self.new
        assert entry is not None
        return entry.kind


@dataclass(frozen=True)
class Difference:
    """Two states and all that differs: records in the order of their identifiers, tables in theirs.

    `told_forms` is None where the tables of an end cannot be told.
    """

    old: State
    new: State
    records: tuple[RecordChange, ...]
    told_forms: tuple[FormChange, ...] | None

    @property
    def forms(self) -> tuple[FormChange, ...]:
        """The changes of tables that can be told."""
        return self.told_forms or ()


def compare(old: State, new: State) -> Difference:
    """Compare two states."""
    found = []
    for identifier in sorted({*old.records, *new.records}):
        before, after = old.records.get(identifier), new.records.get(identifier)
        shape = new.shapes.get((after or before).kind)  # type: ignore[union-attr]
        if (change := _record(identifier, shape, before, after)) is not None:
            found.append(change)
    forms = None if old.forms is None or new.forms is None else tuple(compare_forms(old.forms, new.forms))
    return Difference(old, new, tuple(found), forms)


def _record(identifier: str, shape: Shape | None, old: Entry | None, new: Entry | None) -> RecordChange | None:
    if old is None or new is None:
        return RecordChange(identifier, "added" if old is None else "removed", old, new)
    if old.kind != new.kind:
        turn: Turn = "reused"
        if new.kind == REDIRECT and new.data.get("was") == old.kind:
            turn = "retired"
        elif old.kind == REDIRECT and old.data.get("was") == new.kind:
            turn = "restored"
        return RecordChange(identifier, turn, old, new)
    # The same values written in the same order need no comparison, which is how most records are.
    if repr(old.data) == repr(new.data):
        return None
    changes = _changes_of(identifier, shape, old.data, new.data)
    return RecordChange(identifier, "changed", old, new, changes) if changes else None


def _changes_of(
    identifier: str, shape: Shape | None, old: Mapping[str, Any], new: Mapping[str, Any]
) -> tuple[Change, ...]:
    """Give every change between two states of a record, in the order of the schema where there is one."""
    comparison = _Comparison()
    top = _Place(identifier, identifier, (), ())
    comparison.mappings(shape, old, new, top)
    return tuple(comparison.found)


class _Place(NamedTuple):
    """Where two states of a node stand: their addresses and routes."""

    old_address: str
    new_address: str
    old_route: Route
    new_route: Route

    def inner(self, word: str) -> _Place:
        """Give the place of a mapping that a key of this one holds."""
        return _Place(
            _joined(self.old_address, word),
            _joined(self.new_address, word),
            (*self.old_route, word),
            (*self.new_route, word),
        )


def _joined(address: str, word: str) -> str:
    return f"{address}{'.' if '#' in address else '#'}{word}"


class _Comparison:
    """Walks two states of a record side by side and keeps what differs."""

    def __init__(self) -> None:
        self.found: list[Change] = []

    def mappings(self, shape: Shape | None, old: Mapping[str, Any], new: Mapping[str, Any], place: _Place) -> None:
        """Compare two states of a mapping."""
        for key in _keys(shape, old, new):
            if key not in old:
                self._added(place, key, new[key])
            elif key not in new:
                self._removed(place, key, old[key])
            else:
                self._values(shape, key, old[key], new[key], place)

    def _values(self, shape: Shape | None, key: str, old: Any, new: Any, place: _Place) -> None:
        if isinstance(old, dict) and isinstance(new, dict):
            self.mappings(shape.objects.get(key) if shape else None, old, new, place.inner(key))
        elif isinstance(old, list) and isinstance(new, list) and not _is_whole(shape, key, [*old, *new]):
            self._lists(shape.lists.get(key) if shape else None, key, old, new, place)
        elif canonical(old) != canonical(new):
            routes = (*place.old_route, key), (*place.new_route, key)
            self.found.append(Change("changed", place.new_address, key, *routes, old, new))

    def _added(self, place: _Place, key: str, value: Any) -> None:
        """Keep what is new below a key, a whole list as one."""
        is_node = isinstance(value, dict)
        address = _joined(place.new_address, key) if is_node else place.new_address
        self.found.append(Change("added", address, "" if is_node else key, None, (*place.new_route, key), None, value))

    def _removed(self, place: _Place, key: str, value: Any) -> None:
        is_node = isinstance(value, dict)
        address = _joined(place.old_address, key) if is_node else place.old_address
        self.found.append(
            Change("removed", address, "" if is_node else key, (*place.old_route, key), None, value, None)
        )

    def _lists(self, listing: Listing | None, key: str, old: Sequence[Any], new: Sequence[Any], place: _Place) -> None:
        pairs, moved = paired(old, new, listing)
        old_route, new_route = (*place.old_route, key), (*place.new_route, key)

        def old_address(at: int) -> tuple[str, str]:
            return _item_address(place.old_address, listing, key, old[at], at)

        def new_address(at: int) -> tuple[str, str]:
            return _item_address(place.new_address, listing, key, new[at], at)

        gone = set(range(len(old))) - {at for at, _ in pairs}
        for at in sorted(gone):
            self.found.append(Change("removed", *old_address(at), (*old_route, at), None, old[at], None))
        partners = {after: before for before, after in pairs}
        for after, item in enumerate(new):
            if after not in partners:
                self.found.append(Change("added", *new_address(after), None, (*new_route, after), None, item))
                continue
            before = partners[after]
            if (before, after) in moved:
                routes = (*old_route, before), (*new_route, after)
                self.found.append(Change("moved", *new_address(after), *routes, before + 1, after + 1))
            if isinstance(item, dict):
                inner = _Place(old_address(before)[0], new_address(after)[0], (*old_route, before), (*new_route, after))
                self.mappings(listing.shape if listing else None, old[before], item, inner)


def _keys(shape: Shape | None, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Give the keys of either side: those of the shape in its order, then the others in theirs."""
    known = [key for key in shape.order if key in old or key in new] if shape else []
    return known + sorted({*old, *new} - set(known))


def _is_whole(shape: Shape | None, key: str, items: Sequence[Any]) -> bool:
    """Say whether a list is one value, such as the first and last line of a passage, and not a list of items."""
    if shape is not None and (key in shape.fields or key in shape.lists):
        return key in shape.fields
    return all(isinstance(item, int | float) for item in items) or any(isinstance(item, list) for item in items)


def _item_address(holder: str, listing: Listing | None, key: str, item: Any, at: int) -> tuple[str, str]:
    """Give the address of an item that is a node, and no field; of a single value its holder's, and its list."""
    if not isinstance(item, dict):
        return holder, key
    word, end = (listing.item, item.get(listing.key, at + 1)) if listing else (key, at + 1)
    return _joined(holder, f"{word}-{end}"), ""
