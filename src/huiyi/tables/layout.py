"""Which tables the records become: read off the schemas, so that nothing a curator may write is left out.

A kind of record is a table; a list inside it is a table of its own, whose rows name their parent; a mapping inside it
is spread over columns; a date is joined by its first and last day. Lists that many kinds share (names, evidence,
anomalies, points …) are one table each, whose parent is any node. Two tables, `records` and `nodes`, list everything
that can be pointed to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from huiyi.schemas import ANY_NODE, ANY_RECORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.schemas import Contract, Field, Listing, Shape


@dataclass(frozen=True)
class Column:
    """A column: its type as in Table Schema, where in a node its value stands, and what it may hold.

    `path` is empty for columns that no curator writes. `refers_to` names the table whose `id` it holds.
    """

    name: str
    type: str
    title: str
    description: str
    path: tuple[str | int, ...] = ()
    is_required: bool = False
    refers_to: str = ""
    vocabulary: str = ""
    enum: tuple[str, ...] = ()
    default: Any = None
    minimum: float | None = None
    example: Any = None


@dataclass(frozen=True)
class Table:
    """A table: what its rows are, and its columns; the first column, `id`, is the key."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True)
class Layout:
    """All tables by name; and for each table of a list, whether many kinds share it, so that any node is a parent."""

    tables: Mapping[str, Table]
    is_shared: Mapping[str, bool]


def column_name(prefix: str, key: str) -> str:
    """Name the column of a nested field: `date_` and `edtf` give `date_edtf`, `place_` and `place` just `place`."""
    return key if prefix == f"{key}_" else prefix + key


ID_TEXT = "Identifier of the row: the record's identifier, then # and the place in the record."
RECORDS = Table(
    "records",
    "Records",
    "Every record of every kind: what a reference may point to.",
    (
        Column(
            "id",
            "string",
            "Identifier",
            "Identifier of the record, permanent once released.",
            is_required=True,
        ),
        Column("kind", "string", "Kind", "Kind of record.", is_required=True),
        Column("label", "string", "Label", "Preferred name, title or statement, for display.", is_required=True),
        Column("table_name", "string", "Table", "Table that holds the record.", is_required=True),
        Column("file", "string", "File", "File of the record in the project.", is_required=True),
    ),
)
NODES = Table(
    "nodes",
    "Nodes",
    "Every part of every record that can carry evidence, with its place: what rows of the shared tables hang on.",
    (
        Column("id", "string", "Identifier", ID_TEXT, is_required=True),
        Column(
            "record",
            "string",
            "Record",
            "Record that the node is part of.",
            is_required=True,
            refers_to="records",
        ),
        Column(
            "parent",
            "string",
            "Parent",
            "Node that holds this one; empty for a record itself.",
            refers_to="nodes",
        ),
        Column("shape", "string", "Shape", "What the node is, such as person.tenure or date.", is_required=True),
        Column(
            "table_name",
            "string",
            "Table",
            "Table with the node's row, or with the row it is spread over.",
            is_required=True,
        ),
    ),
)
DAY_COLUMNS = (
    ("earliest", "Earliest day", "First day that the date can mean; empty where it is open or unknown."),
    ("latest", "Latest day", "Last day that the date can mean; empty where it is open or unknown."),
)
LOCATION_COLUMNS = (
    ("char_start", "integer", "Start", "Offset of the passage's first character in the source text, from 0."),
    ("char_end", "integer", "End", "Offset after the passage's last character."),
    ("sha256", "string", "SHA-256", "Digest of the passage's UTF-8 text."),
    ("page", "string", "Page", "Printed page of the passage."),
)


def read_layout(contract: Contract) -> Layout:
    """Derive the tables from the kinds of record."""
    parents = _parents(contract)
    shared = {table: len(holders) > 1 for table, holders in parents.items()}
    homes = _homes(contract)
    tables = {"records": RECORDS, "nodes": NODES}
    for kind in contract.kinds.values():
        shape = kind.shape
        spread = tuple(_columns(shape, homes))
        identifier = Column(
            "id",
            "string",
            "Identifier",
            shape.fields["id"].description,
            is_required=True,
            refers_to="records",
        )
        own = (identifier, *(column for column in spread if column.name != "id"))
        tables[kind.table] = Table(kind.table, _heading((kind.table,)).removesuffix(": "), shape.description, own)
        for listing, holder in _listings(shape, kind.table):
            tables.setdefault(listing.table, _list_table(listing, holder, homes, is_shared=shared[listing.table]))
    return Layout(tables, shared)


def _listings(shape: Shape, holder: str) -> Iterator[tuple[Listing, str]]:
    for part in shape.objects.values():
        yield from _listings(part, holder)
    for listing in shape.lists.values():
        yield listing, holder
        if listing.shape is not None:
            yield from _listings(listing.shape, listing.table)


def _parents(contract: Contract) -> dict[str, set[tuple[str, ...]]]:
    """Give for each list table the places it hangs on; a table of one place belongs to its parent's table."""
    found: dict[str, set[tuple[str, ...]]] = {}

    def walk(shape: Shape, table: str, path: tuple[str, ...]) -> None:
        for key, part in shape.objects.items():
            walk(part, table, (*path, key))
        for key, listing in shape.lists.items():
            found.setdefault(listing.table, set()).add((table, *path, key))
            if listing.shape is not None:
                walk(listing.shape, listing.table, ())

    for kind in contract.kinds.values():
        walk(kind.shape, kind.table, ())
    return found


def _homes(contract: Contract) -> dict[str, str]:
    """Give the table for each thing a reference may name: a kind, or an item of a kind's list."""
    homes = {ANY_RECORD: "records", ANY_NODE: "nodes"}
    for kind in contract.kinds.values():
        homes[kind.name] = kind.table
        homes |= {
            listing.shape.name: listing.table for listing, _ in _listings(kind.shape, kind.table) if listing.shape
        }
    return homes


def _list_table(listing: Listing, holder: str, homes: Mapping[str, str], *, is_shared: bool) -> Table:
    parent = "nodes" if is_shared else holder
    columns = [Column("id", "string", "Identifier", ID_TEXT, is_required=True)]
    if is_shared:
        columns.append(
            Column(
                "record",
                "string",
                "Record",
                "Record that the row belongs to.",
                is_required=True,
                refers_to="records",
            )
        )
    columns += [
        Column(
            "parent",
            "string",
            "Parent",
            f"Row of {parent} that this one belongs to.",
            is_required=True,
            refers_to=parent,
        ),
        Column("ordinal", "integer", "Ordinal", "Position in the list, from 1.", is_required=True, minimum=1),
    ]
    if listing.shape is not None:
        columns += _columns(listing.shape, homes)
        return Table(listing.table, listing.title, listing.shape.description, tuple(columns))
    assert listing.field is not None
    columns += _field_columns(listing.field, (), "", homes, is_required=True)
    return Table(listing.table, listing.title, listing.description, tuple(columns))


def _columns(
    shape: Shape, homes: Mapping[str, str], path: tuple[str, ...] = (), *, is_present: bool = True
) -> Iterator[Column]:
    prefix = "".join(f"{part}_" for part in path)
    for key in shape.order:
        if key in shape.fields:
            is_required = is_present and (key in shape.required or shape.fields[key].default is not None)
            yield from _field_columns(shape.fields[key], (*path, key), prefix, homes, is_required=is_required)
        elif key in shape.objects:
            inner_present = is_present and key in shape.required
            yield from _columns(shape.objects[key], homes, (*path, key), is_present=inner_present)
    if shape.name == "date":
        for name, title, description in DAY_COLUMNS:
            yield Column(prefix + name, "date", f"{_heading(path)}{title}", description)
    if shape.name == "evidence":
        for name, kind, title, description in LOCATION_COLUMNS:
            yield Column(name, kind, title, description)


def _field_columns(
    field: Field, path: tuple[str, ...], prefix: str, homes: Mapping[str, str], *, is_required: bool
) -> Iterator[Column]:
    if field.columns:
        for position, name in enumerate(field.columns):
            part = field.schema["prefixItems"][position]
            yield Column(
                name,
                part["type"],
                part["title"],
                part["description"],
                (*path, position),
                is_required,
                minimum=1,
            )
        return
    home = ""
    if field.refers_to:
        home = homes[field.refers_to[0]] if len(field.refers_to) == 1 else homes[ANY_RECORD]
    yield Column(
        name=column_name(prefix, field.key),
        type=field.type,
        title=_heading(path[:-1]) + field.title,
        description=field.description,
        path=path,
        is_required=is_required,
        refers_to=home,
        vocabulary=field.vocabulary,
        enum=field.enum,
        default=field.default,
        minimum=field.schema.get("minimum"),
        example=next(iter(field.schema.get("examples", ())), None),
    )


def _heading(path: tuple[str, ...]) -> str:
    return "".join(f"{part.replace('_', ' ').capitalize()}: " for part in path)
