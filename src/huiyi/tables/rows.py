"""Turns the records of a corpus into the rows of their tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.evidence import selector
from huiyi.tables.identifiers import identifier_rows
from huiyi.tables.joined import joined_tables
from huiyi.tables.joining import Joining
from huiyi.tables.layout import column_name
from huiyi.values.dates import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Listing, Shape
    from huiyi.tables.columns import Row
    from huiyi.tables.layout import Layout

LABEL_KEYS = ("title", "statement", "counted", "informant")


@dataclass(frozen=True)
class Tables:
    """The layout and, for each table, its rows: mappings from column name to value; no value, no key."""

    layout: Layout
    rows: Mapping[str, list[Row]]


def make_tables(corpus: Corpus, layout: Layout) -> Tables:
    """Make the rows of every table, in the order of the records' identifiers and of the places within a record.

    The joined tables are made from the others.
    """
    rows: dict[str, list[Row]] = {name: [] for name, table in layout.tables.items() if not table.is_joined}
    writer = _Writer(corpus, layout, rows)
    for record in sorted(corpus.all_records, key=lambda record: record.id):
        writer.add_record(record)
    rows["identifiers"] += identifier_rows(corpus)
    joining = Joining(corpus, rows)
    return Tables(layout, rows | {one.table.name: list(one.rows(joining)) for one in joined_tables()})


def label(record: Record) -> str:
    """Give the words by which a record is shown: the preferred name, else the first name, title or statement."""
    return label_of(record.id, record.data)


def label_of(identifier: str, data: Mapping[str, Any]) -> str:
    """Give the words by which a record with these values is shown."""
    names = data.get("names", ())
    ranked = sorted(names, key=lambda name: (not name.get("preferred", False), name.get("language") != "en"))
    if ranked:
        return str(ranked[0]["text"])
    return next((str(data[key]) for key in LABEL_KEYS if key in data), identifier)


class _Place(NamedTuple):
    """Where a node goes: the table and record of its row, its address and its holder's, and its columns' prefix."""

    table: str
    record: str
    address: str
    holder: str | None = None
    prefix: str = ""


class _Writer:
    """Collects the rows of one record after the other."""

    def __init__(self, corpus: Corpus, layout: Layout, rows: dict[str, list[Row]]) -> None:
        self.corpus = corpus
        self.layout = layout
        self.rows = rows
        self.derived: dict[str, Callable[[Mapping[str, Any]], Row]] = {"date": _days, "evidence": self._location}

    def add_record(self, record: Record) -> None:
        kind = record.kind
        row: Row = {"id": record.id}
        self.rows[kind.table].append(row)
        self._fill(row, kind.shape, record.data, _Place(kind.table, record.id, record.id))
        self.rows["records"].append(
            {
                "id": record.id,
                "kind": kind.name,
                "label": label(record),
                "table_name": kind.table,
                "file": record.document.path,
            }
        )

    def _fill(self, row: Row, shape: Shape, data: Mapping[str, Any], place: _Place) -> None:
        """Spread a node over a row's columns and give its lists rows of their own."""
        node = {"id": place.address, "record": place.record, "shape": shape.name, "table_name": place.table}
        self.rows["nodes"].append(node if place.holder is None else node | {"belongs_to": place.holder})
        start = place.address + ("." if "#" in place.address else "#")
        for key in shape.order:
            if key not in data:
                continue
            part = data[key]
            if key in shape.fields:
                field = shape.fields[key]
                columns = field.columns or (column_name(place.prefix, field.column),)
                row.update(zip(columns, part if field.columns else (part,), strict=True))
            elif key in shape.objects:
                prefix = f"{place.prefix}{key}_"
                inner = place._replace(address=start + key, holder=place.address, prefix=prefix)
                self._fill(row, shape.objects[key], part, inner)
            else:
                self._fill_list(shape.lists[key], part, row["id"], place)
        for name, value in self.derived.get(shape.name, _nothing)(data).items():
            row[place.prefix + name] = value

    def _fill_list(self, listing: Listing, items: list[Any], row_id: str, place: _Place) -> None:
        is_shared = self.layout.is_shared[listing.table]
        record = {"record": place.record} if is_shared else {}
        belongs_to = place.address if is_shared else row_id
        start = place.address + ("." if "#" in place.address else "#")
        for position, item in enumerate(items, 1):
            address = f"{start}{listing.item}-{item[listing.key] if listing.key else position}"
            row = {"id": address, **record, "belongs_to": belongs_to, "ordinal": position}
            self.rows[listing.table].append(row)
            if listing.shape is None:
                row[listing.item] = item
            else:
                self._fill(row, listing.shape, item, _Place(listing.table, place.record, address, place.address))

    def _location(self, item: Mapping[str, Any]) -> Row:
        entry = self.corpus.lock.entries.get(selector(item))
        if entry is None:
            return {}
        page = {} if entry.page is None else {"page": entry.page}
        return {"char_start": entry.start, "char_end": entry.end, "sha256": entry.sha256, **page}


def _nothing(_data: Mapping[str, Any]) -> Row:
    return {}


def _days(data: Mapping[str, Any]) -> Row:
    date = parse(data["edtf"])
    ends = {"earliest": date.earliest, "latest": date.latest}
    return {name: day.isoformat() for name, day in ends.items() if day is not None}


def cells(tables: Tables, name: str) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a table as tuples in the order of its columns, None where there is no value."""
    columns = tables.layout.tables[name].column_names
    for row in tables.rows[name]:
        yield tuple(map(row.get, columns))
