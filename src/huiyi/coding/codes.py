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

    The passage tells one item of a list from another, in whatever order they stand: `lines` as `3` or `3-5`, and its
    first and last words. A part that lies in no list needs none.
    """

    record: str
    part: str
    lines: str = ""
    first: str = ""
    last: str = ""


class Coded(NamedTuple):
    """A part that can be coded: where it stands, the passage that it cites first, the part itself, codes by field."""

    place: Place
    source: str
    passage: tuple[str, str, str]
    node: Node
    codes: Mapping[str, str]


def coded_parts(corpus: Corpus) -> tuple[Coded, ...]:
    """Give every part of the records that can be coded, in their order, read once."""
    return corpus.remembered(__name__, lambda: tuple(part for one in corpus.all_records for part in _coded(one)))


def _coded(record: Record) -> Iterator[Coded]:
    for node in record.nodes():
        if node.shape.codes and (cited := _cited(record, node)) is not None:
            codes = {field: code for field in node.shape.codes if (code := _code(node.shape, node.value, field))}
            first, last = cited["lines"]
            lines = f"{first}" if first == last else f"{first}-{last}"
            passage = lines, cited.get("from", ""), cited.get("to", "")
            part = ".".join(step for step in node.route if isinstance(step, str))
            is_in_list = not all(isinstance(step, str) for step in node.route)
            place = Place(record.id, part, *(passage if is_in_list else ()))
            yield Coded(place, cited["source"], passage, node, codes)


def _cited(record: Record, node: Node) -> Mapping[str, Any] | None:
    """Give the first passage that a part cites; of a record that cites none itself, the first that its names cite."""
    holders = [node.value] if node.route else [node.value, *record.data.get("names", ())]
    return next((item for holder in holders for item in holder.get("evidence", ())), None)


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


def is_sentence(field: Field) -> bool:
    """Say whether a field holds sentences of our own, and no page number or other code."""
    return field.is_own_text and field.schema["maxLength"] > MOST_LETTERS


def route_of(node: Node, field: str) -> Route:
    """Give the route to the field of a part."""
    return (*node.route, *field.split("."))
