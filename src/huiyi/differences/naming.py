"""Names a part of a record as a reader would: tenure of Peng Zhen as member of the Central Committee."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.differences.phrases import Phrase, Said, term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from huiyi.differences.labels import Labels
    from huiyi.findings import Route
    from huiyi.schemas import Field, Listing, Shape

    Naming = Callable[[Sequence["Spot"], str, Labels], Phrase]

BY_NAME_ALONE = {"person", "meeting", "organization"}
"""Kinds whose records are called by their names; to the others' the kind is added."""

TELLING = ("text", "title", "group", "printed", "key", "name", "note")
"""What tells an item from others, where nothing better is known of it."""


class Spot(NamedTuple):
    """A mapping on the way into a record: its shape and values, the key that led to it, and its place in a list.

    `place` counts from 0 and is None for a mapping that is no item.
    """

    shape: Shape | None
    value: Mapping[str, Any]
    key: str
    place: int | None = None

    @property
    def name(self) -> str:
        """The name of the shape; empty where there is none."""
        return self.shape.name if self.shape else ""

    def field(self, key: str) -> Field | None:
        """Give the field below a key, that of a list of values too; None where the shape knows none."""
        if self.shape is None:
            return None
        listing = self.listing(key)
        return self.shape.fields.get(key) or (listing.field if listing else None)

    def listing(self, key: str) -> Listing | None:
        """Give the list below a key; None where the shape knows none."""
        return self.shape.lists.get(key) if self.shape else None

    def title(self, key: str) -> str | Said:
        """Give the words for a key."""
        if self.shape is not None:
            for part in (self.shape.fields.get(key), self.shape.objects.get(key), self.shape.lists.get(key)):
                if part is not None:
                    return term(part.title[:1].lower() + part.title[1:])
        return term(key.replace("_", " "))


def spots(kind: str, shape: Shape | None, data: Mapping[str, Any], route: Route) -> tuple[list[Spot], Route]:
    """Follow a route as far as it leads through mappings; give these, and the rest of the route.

    The rest is empty where the route ends at a mapping, else the key of a value or list, and the place in the list.
    """
    found = [Spot(shape, data, kind)]
    at = 0
    while at < len(route):
        key, here = str(route[at]), found[-1]
        value = here.value[key]
        if isinstance(value, dict):
            found.append(Spot(here.shape.objects.get(key) if here.shape else None, value, key))
            at += 1
            continue
        if isinstance(value, list) and at + 1 < len(route) and isinstance(value[int(route[at + 1])], dict):
            place, listing = int(route[at + 1]), here.listing(key)
            found.append(Spot(listing.shape if listing else None, value[place], key, place))
            at += 2
            continue
        break
    return found, route[at:]


def named(path: Sequence[Spot], identifier: str, labels: Labels) -> Phrase:
    """Name the last of the mappings that lead into a record."""
    if len(path) == 1:
        label = labels.label(identifier)
        kind = path[0].key
        if kind in BY_NAME_ALONE:
            return (Said(label),)
        return (term(kind), " ", Said(label, is_quoted=True))
    name = NAMINGS.get(path[-1].name, _item if path[-1].place is not None else _part)
    return name(path, identifier, labels)


def _part(path: Sequence[Spot], identifier: str, labels: Labels) -> Phrase:
    return (path[-2].title(path[-1].key), " of ", *named(path[:-1], identifier, labels))


def _item(path: Sequence[Spot], identifier: str, labels: Labels) -> Phrase:
    """Name an item by its list's word and by what tells it from others."""
    here, outer = path[-1], named(path[:-1], identifier, labels)
    listing = path[-2].listing(here.key)
    word = here.shape.title if here.shape else here.key
    start = (term(word[:1].lower() + word[1:].replace("_", " ")), " ")
    if listing is not None and listing.key in here.value:
        return (*start, Said(str(here.value[listing.key])), " of ", *outer)
    for key in sorted(here.shape.required) if here.shape else ():
        field = here.field(key)
        if field is not None and field.refers_to and isinstance(here.value.get(key), str):
            return (*start, labels.of(here.value[key]), " of ", *outer)
    for key in TELLING:
        if isinstance(here.value.get(key), str):
            return (*start, Said(here.value[key], is_quoted=True), " of ", *outer)
    return (*start, f"{(here.place or 0) + 1} of ", *outer)


def _tenure(path: Sequence[Spot], identifier: str, labels: Labels) -> Phrase:
    value, outer = path[-1].value, named(path[:-1], identifier, labels)
    phrase: Phrase = ("tenure of ", *outer)
    if "title" in value:
        phrase += (" as ", Said(str(value["title"])))
    elif "post" in value:
        phrase += (" as ", labels.of(str(value["post"])))
    if "organization" in value:
        phrase += (" of " if "title" in value or "post" in value else " at ", labels.of(str(value["organization"])))
    return phrase


def _pattern(start: str, key: str, middle: str, *, skipped: int = 1, is_text: bool = False) -> Naming:
    """Make a naming: a start, the value of a key or what it refers to, a middle, and the name of what is around it."""

    def naming(path: Sequence[Spot], identifier: str, labels: Labels) -> Phrase:
        value = path[-1].value.get(key)
        if value is None or len(path) <= skipped:
            return _item(path, identifier, labels)
        said = Said(str(value), is_quoted=True) if is_text else labels.of(str(value))
        return (start, said, middle, *named(path[:-skipped], identifier, labels))

    return naming


def _relation(path: Sequence[Spot], identifier: str, labels: Labels) -> Phrase:
    value = path[-1].value
    other = labels.of(str(value.get("person", "?")))
    kind = Said(str(value.get("type", "?")))
    return ("relation of ", *named(path[:-1], identifier, labels), " to ", other, " (", kind, ")")


NAMINGS: Mapping[str, Naming] = {
    "person.tenure": _tenure,
    "person.relation": _relation,
    "name": _pattern("name ", "text", " of ", is_text=True),
    "point": _pattern("point ", "text", " of ", is_text=True),
    "meeting.attendant": _pattern("attendance of ", "person", " at ", skipped=2),
    "meeting.group": _pattern("attendance of the group ", "group", " at ", skipped=2, is_text=True),
    "meeting.item": _pattern("item ", "text", " on the agenda of ", is_text=True),
    "meeting.speech": _pattern("speech of ", "speaker", " at "),
    "meeting.convener": _pattern("convening by ", "convener", " of "),
    "meeting.document": _pattern("document ", "document", " at "),
    "meeting.decision": _pattern("decision ", "text", " of ", is_text=True),
    "anomaly": _pattern("anomaly ", "note", " of ", is_text=True),
    "citation": _pattern("citation of ", "work", " in "),
}
"""How parts of each shape are named; the others by their list's word and what tells them apart."""
