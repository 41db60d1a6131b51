"""The shape of a kind of record, read off its schema: its fields, its nested parts and its lists, and their tables.

Everything that follows the schemas (references, vocabularies, addresses, tables, codebook) walks these shapes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.findings import Route
    from huiyi.schemas.inlining import Schema

ANY_RECORD = "*"
ANY_NODE = "#"

WORDS = "^\\S"
"""How the pattern of a field for words begins; identifiers, dates and the like have others."""


@dataclass(frozen=True)
class Field:
    """A single value: its type, and what it may refer to or which words it may hold.

    `column` names its column where that is not the key; `columns` names those of a pair of values.
    """

    key: str
    type: str
    title: str
    description: str
    refers_to: tuple[str, ...] = ()
    vocabulary: str = ""
    enum: tuple[str, ...] = ()
    default: Any = None
    is_printed: bool = False
    column: str = ""
    columns: tuple[str, ...] = ()
    schema: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def is_own_text(self) -> bool:
        """Say whether it holds words that are ours: no printed ones, no identifier, date or word of a list."""
        return not self.is_printed and str(self.schema.get("pattern", "")).startswith(WORDS)


@dataclass(frozen=True)
class Shape:
    """A mapping in a record.

    `name` says what it is: the kind for a whole record ("meeting"), kind and item for an item of a list
    ("meeting.remark"), or the name of a common part wherever it stands ("date", "name", "point"). `presumed` gives for
    a key the keys without which it may not stand. `codes` are the fields, each a path of keys, that a second reader
    codes as well.
    """

    name: str
    title: str
    description: str
    is_fact: bool
    fields: Mapping[str, Field]
    objects: Mapping[str, Shape]
    lists: Mapping[str, Listing]
    required: frozenset[str]
    order: tuple[str, ...]
    presumed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()

    @cached_property
    def has_parts(self) -> bool:
        """Say whether it may hold other mappings."""
        return bool(self.objects) or any(listing.shape is not None for listing in self.lists.values())

    @cached_property
    def singles(self) -> Mapping[str, Field]:
        """The fields of its single values, and of the items of its lists of values, by key."""
        of_lists = {key: one.field for key, one in self.lists.items() if one.field is not None}
        return {**self.fields, **of_lists}

    @cached_property
    def referring(self) -> Mapping[str, Field]:
        """Those of the single values that refer to a record, or to a node of one."""
        return {key: field for key, field in self.singles.items() if field.refers_to}

    @cached_property
    def own_words(self) -> Mapping[str, Field]:
        """Those of the single values that are words of ours."""
        return {key: field for key, field in self.singles.items() if field.is_own_text}

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """The usual values of the fields that have one."""
        return {key: field.default for key, field in self.fields.items() if field.default is not None}


@dataclass(frozen=True)
class Listing:
    """A list in a record: of mappings (`shape`) or of single values (`field`), with its table and its item's word.

    `item` begins the address of an item; `key` names the field that ends it, in place of the position from 1.
    """

    table: str
    item: str
    title: str
    description: str
    key: str = ""
    shape: Shape | None = None
    field: Field | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of record: the version of its schema, its folder below `curation/`, its table, its shape, its schema."""

    name: str
    version: int
    folder: str
    table: str
    shape: Shape
    schema: Schema


def read_kind(schema: Schema) -> Kind:
    """Read a kind off its joined schema."""
    name = schema["x-kind"]
    version = schema.get("x-version", 0)  # former commits, which a comparison reads, have none
    return Kind(name, version, schema["x-folder"], schema["x-table"], _shape(schema, name, name), schema)


def _shape(schema: Schema, kind: str, name: str) -> Shape:
    fields, objects, lists = {}, {}, {}
    for key, part in schema["properties"].items():
        if part["type"] == "object":
            objects[key] = _shape(part, kind, part.get("x-shape", f"{kind}.{key}"))
        elif part["type"] == "array" and "x-columns" not in part:
            lists[key] = _listing(part, kind)
        else:
            fields[key] = _field(key, part)
    return Shape(
        name=name,
        title=schema["title"],
        description=schema["description"],
        is_fact=schema.get("x-fact", False),
        fields=fields,
        objects=objects,
        lists=lists,
        required=frozenset(schema.get("required", ())),
        order=tuple(schema["properties"]),
        presumed={key: tuple(others) for key, others in schema.get("dependentRequired", {}).items()},
        codes=tuple(schema.get("x-codes", ())),
    )


def _listing(schema: Schema, kind: str) -> Listing:
    items, item = schema["items"], schema["x-item"]
    is_mapping = items["type"] == "object"
    return Listing(
        table=schema["x-table"],
        item=item,
        title=schema["title"],
        description=schema["description"],
        key=schema.get("x-key", ""),
        shape=_shape(items, kind, items.get("x-shape", f"{kind}.{item}")) if is_mapping else None,
        field=None if is_mapping else _field(item, items),
    )


def _field(key: str, schema: Schema) -> Field:
    return Field(
        key=key,
        type=schema["type"],
        title=schema["title"],
        description=schema["description"],
        refers_to=tuple(schema.get("x-refers-to", ())),
        vocabulary=schema.get("x-vocabulary", ""),
        enum=tuple(schema.get("enum", ())),
        default=schema.get("default"),
        is_printed=schema.get("x-printed", False),
        column=schema.get("x-column", key),
        columns=tuple(schema.get("x-columns", ())),
        schema=schema,
    )


@dataclass(frozen=True)
class Node:
    """A mapping in a record: its address, its shape, the route that leads to it, and the mapping that holds it."""

    address: str
    shape: Shape
    route: Route
    value: Mapping[str, Any]
    parent: Node | None

    @cached_property
    def values(self) -> tuple[tuple[Field, Route, Any], ...]:
        """Each single value that the node holds itself, with its field and route, items of lists of values included."""
        return tuple(self._held(self.shape.singles))

    @cached_property
    def references(self) -> tuple[tuple[Field, Route, str], ...]:
        """Those of the values that refer to a record, or to a node of one."""
        return tuple(self._held(self.shape.referring))

    @cached_property
    def referred(self) -> frozenset[str]:
        """The identifiers of all records that the node itself refers to."""
        return frozenset(target.partition("#")[0] for _, _, target in self.references)

    @cached_property
    def own_texts(self) -> tuple[tuple[Field, Route, str], ...]:
        """Those of the values that are words of ours, each with its field and route."""
        return tuple(self._held(self.shape.own_words))

    def _held(self, wanted: Mapping[str, Field]) -> list[tuple[Field, Route, Any]]:
        found: list[tuple[Field, Route, Any]] = []
        lists, route = self.shape.lists, self.route
        for key, part in self.value.items() if wanted else ():
            if (field := wanted.get(key)) is None:
                continue
            if key in lists:
                found += [(field, (*route, key, position), item) for position, item in enumerate(part)]
            else:
                found.append((field, (*route, key), part))
        return found


def nodes(shape: Shape, identifier: str, data: Mapping[str, Any]) -> Iterator[Node]:
    """Walk a record that fits its shape: first the record itself, then every mapping in it, outer before inner."""
    return walked(Node(identifier, shape, (), data, None))


def walked(top: Node) -> Iterator[Node]:
    """Walk a node and every mapping in it, outer before inner, each with its place in the whole record."""
    stack = [top]
    while stack:
        node = stack.pop()
        yield node
        if node.shape.has_parts:
            stack.extend(reversed(list(_parts(node))))


def _parts(node: Node) -> Iterator[Node]:
    start = node.address + ("." if "#" in node.address else "#")
    for key, part in node.value.items():
        if key in node.shape.objects:
            yield Node(start + key, node.shape.objects[key], (*node.route, key), part, node)
        elif key in node.shape.lists:
            listing = node.shape.lists[key]
            if listing.shape is None:
                continue
            for position, item in enumerate(part):
                end = item[listing.key] if listing.key else position + 1
                yield Node(f"{start}{listing.item}-{end}", listing.shape, (*node.route, key, position), item, node)
