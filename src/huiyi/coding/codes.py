"""What a part of a record holds that a second reader can code from its passage: `x-codes` of its schema names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Field, Node, Shape

YES = "yes"
"""The code of a sentence of our own: two readers put the same otherwise, so that only its presence is coded."""

MOST_LETTERS = 200
"""A field that may hold more is one for sentences."""


class Place(NamedTuple):
    """Where a coded part stands: its record, the keys that lead to it, and the passage that it cites first.

    The passage tells one item of a list from another, in whatever order they stand: `lines` as `3` or `3-5`, its first
    and last words, and its source. A part that lies in no list needs none.
    """

    record: str
    part: str
    lines: str = ""
    first: str = ""
    last: str = ""
    source: str = ""


class Coded(NamedTuple):
    """A part that can be coded: where it stands, the passages that it cites, the part itself, its codes by field."""

    place: Place
    passages: tuple[Mapping[str, Any], ...]
    node: Node
    codes: Mapping[str, str]

    @property
    def source(self) -> str:
        """The source of the passage that it cites first, to whose coding it belongs."""
        return str(self.passages[0]["source"])


def coded_parts(corpus: Corpus) -> Mapping[Place, tuple[Coded, ...]]:
    """Give the parts of the records that can be coded, by their place and in their order, read once.

    Items of one list that cite the same passage first share a place.
    """
    return corpus.remembered(__name__, lambda: _by_place(corpus))


def _by_place(corpus: Corpus) -> Mapping[Place, tuple[Coded, ...]]:
    found: dict[Place, tuple[Coded, ...]] = {}
    for record in corpus.all_records:
        for part in _coded(record):
            found[part.place] = (*found.get(part.place, ()), part)
    return found


def _coded(record: Record) -> Iterator[Coded]:
    for node in record.nodes():
        if node.shape.codes and (cited := _cited(record, node)):
            codes = {field: code for field in node.shape.codes if (code := _code(node.shape, node.value, field))}
            part = ".".join(step for step in node.route if isinstance(step, str))
            is_in_list = not all(isinstance(step, str) for step in node.route)
            passage = (*passage_of(cited[0]), cited[0]["source"]) if is_in_list else ()
            yield Coded(Place(record.id, part, *passage), cited, node, codes)


def _cited(record: Record, node: Node) -> tuple[Mapping[str, Any], ...]:
    """Give the passages that a part cites; of a record that cites none itself, those that its names cite."""
    holders = [node.value] if node.route else [node.value, *record.data.get("names", ())]
    return tuple(next((holder["evidence"] for holder in holders if "evidence" in holder), ()))


def passage_of(item: Mapping[str, Any]) -> tuple[str, str, str]:
    """Write an item of evidence as cells: its lines, its first and its last words."""
    first, last = item["lines"]
    return f"{first}" if first == last else f"{first}-{last}", item.get("from", ""), item.get("to", "")


def _code(shape: Shape, value: Mapping[str, Any], field: str) -> str:
    """Give the code of a field, which a path of keys leads to; nothing where it has no value or its usual one."""
    *outer, key = field.split(".")
    for step in outer:
        if step not in value:
            return ""
        shape, value = shape.objects[step], value[step]
    code = value.get(key)
    if code is None or code == shape.defaults.get(key):
        return ""
    if isinstance(code, bool):
        return str(code).lower()
    return YES if is_sentence(shape.fields[key]) else str(code)


def field_of(shape: Shape, path: str) -> Field:
    """Give the field of a shape to which a path of keys leads."""
    *outer, key = path.split(".")
    for step in outer:
        shape = shape.objects[step]
    return shape.fields[key]


def is_sentence(field: Field) -> bool:
    """Say whether a field holds sentences of our own, and no page number or other code."""
    return field.is_own_text and field.schema["maxLength"] > MOST_LETTERS


def route_of(node: Node, field: str) -> Route:
    """Give the route to the field of a part."""
    return (*node.route, *field.split("."))
