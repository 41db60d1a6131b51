"""Which tables the records become: read off the schemas, so that nothing a curator may write is left out.

A kind of record is a table; a list inside it is a table of its own, whose rows name the row they belong to; a mapping
inside it is spread over columns; a date is joined by its first and last day. Lists that many kinds share (names,
evidence, anomalies, points …) are one table each, whose rows belong to any node. Two tables, `records` and `nodes`,
list everything that can be pointed to; a third, `identifiers`, lists what ever could be. At the end stand the joined
tables, which repeat what the others hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.schemas import ANY_NODE, ANY_RECORD
from huiyi.tables.columns import (
    ADDRESS,
    DAYS,
    LOCATION,
    NODES,
    ORDINAL,
    RECORD,
    RECORDS,
    Column,
    Table,
    belongs_to,
    text,
)
from huiyi.tables.identifiers import IDENTIFIERS
from huiyi.tables.joined import joined_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.schemas import Contract, Field, Listing, Shape


@dataclass(frozen=True)
class Layout:
    """All tables by name; and for each table of a list, whether many kinds share it."""

    tables: Mapping[str, Table]
    is_shared: Mapping[str, bool]


def column_name(prefix: str, key: str) -> str:
    """Name the column of a nested field: `date_` and `edtf` give `date_edtf`, `place_` and `place` just `place`."""
    return key if prefix == f"{key}_" else prefix + key


def read_layout(contract: Contract) -> Layout:
    """Derive the tables from the kinds of record."""
    shared = {table: len(holders) > 1 for table, holders in _places(contract).items()}
    homes = _homes(contract)
    tables = {"records": RECORDS, "nodes": NODES, "identifiers": IDENTIFIERS}
    for kind in contract.kinds.values():
        shape = kind.shape
        spread = tuple(_columns(shape, homes))
        identifier = text("id", "Identifier", shape.fields["id"].description, "records")
        own = (identifier, *(column for column in spread if column.name != "id"))
        tables[kind.table] = Table(kind.table, _heading((kind.table,)).removesuffix(": "), shape.description, own)
        for listing, holder in _listings(shape, kind.table):
            tables.setdefault(listing.table, _list_table(listing, holder, homes, is_shared=shared[listing.table]))
    tables |= {one.table.name: one.table.resolved(tables) for one in joined_tables()}
    return Layout(tables, shared)


def _listings(shape: Shape, holder: str) -> Iterator[tuple[Listing, str]]:
    for part in shape.objects.values():
        yield from _listings(part, holder)
    for listing in shape.lists.values():
        yield listing, holder
        if listing.shape is not None:
            yield from _listings(listing.shape, listing.table)


def _places(contract: Contract) -> dict[str, set[tuple[str, ...]]]:
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


def origins(contract: Contract) -> Mapping[str, str]:
    """Give for each table the place in the records, such as `person.tenures[]`; `any` stands for one of many kinds."""
    found = {kind.table: name for name, kind in contract.kinds.items()}
    hung = _places(contract)

    def origin(table: str) -> str:
        if table not in found:
            holder, *path = min(hung[table])
            start = origin(holder) if len(hung[table]) == 1 else "any"
            found[table] = f"{start}.{'.'.join(path)}[]"
        return found[table]

    return {table: origin(table) for table in [*found, *hung]}


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
    columns = [ADDRESS, RECORD] if is_shared else [ADDRESS]
    columns += [belongs_to("nodes" if is_shared else holder), ORDINAL]
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
        for name, title, description in DAYS:
            yield Column(prefix + name, "date", _heading(path) + title, description)
    if shape.name == "evidence":
        yield from LOCATION


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
                unit=part["x-unit"],
            )
        return
    home = ""
    if field.refers_to:
        home = homes[field.refers_to[0]] if len(field.refers_to) == 1 else homes[ANY_RECORD]
    yield Column(
        name=column_name(prefix, field.column),
        type="date" if field.schema.get("format") == "date" else field.type,
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
        unit=field.schema.get("x-unit", ""),
    )


def _heading(path: tuple[str, ...]) -> str:
    return "".join(f"{part.replace('_', ' ').capitalize()}: " for part in path)
