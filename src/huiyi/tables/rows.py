"""Turns the records of a corpus into the rows of their tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.evidence import selector
from huiyi.tables.layout import column_name
from huiyi.values.dates import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Listing, Shape
    from huiyi.tables.layout import Layout

Row = dict[str, Any]
LABEL_KEYS = ("title", "statement", "counted", "informant")


@dataclass(frozen=True)
class Tables:
    """The layout and, for each table, its rows: mappings from column name to value; no value, no key."""

    layout: Layout
    rows: Mapping[str, list[Row]]


def make_tables(corpus: Corpus, layout: Layout) -> Tables:
    """Make the rows of every table, in the order of the records' identifiers and of the places within a record."""
    rows: dict[str, list[Row]] = {name: [] for name in layout.tables}
    writer = _Writer(corpus, layout, rows)
    for record in sorted(corpus.all_records, key=lambda record: record.id):
        writer.add_record(record)
    return Tables(layout, rows)


def label(record: Record) -> str:
    """Give the words by which a record is shown: the preferred name, else the first name, title or statement."""
    names = record.data.get("names", ())
    ranked = sorted(names, key=lambda name: (not name.get("preferred", False), name["language"] != "en"))
    if ranked:
        return str(ranked[0]["text"])
    return next((str(record.data[key]) for key in LABEL_KEYS if key in record.data), record.id)


class _Place(NamedTuple):
    """Where a node goes: the table and record of its row, the node's address, and what its columns begin with."""

    table: str
    record: str
    address: str
    prefix: str = ""


class _Writer:
    """Collects the rows of one record after the other."""

    def __init__(self, corpus: Corpus, layout: Layout, rows: dict[str, list[Row]]) -> None:
        self.corpus = corpus
        self.layout = layout
        self.rows = rows
        self.homes: dict[str, str] = {}
        self.derived: dict[str, Callable[[Mapping[str, Any]], Row]] = {"date": _days, "evidence": self._location}

    def add_record(self, record: Record) -> None:
        kind = record.kind
        self.homes = {}
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
        for node in record.nodes():
            entry = {"id": node.address, "record": record.id, "shape": node.shape.name}
            if node.parent is not None:
                entry["parent"] = node.parent.address
            self.rows["nodes"].append({**entry, "table_name": self.homes[node.address]})

    def _fill(self, row: Row, shape: Shape, data: Mapping[str, Any], place: _Place) -> None:
        """Spread a node over a row's columns and give its lists rows of their own."""
        self.homes[place.address] = place.table
        start = place.address + ("." if "#" in place.address else "#")
        for key, part in data.items():
            if key in shape.fields:
                columns = shape.fields[key].columns
                row.update(zip(columns, part, strict=True) if columns else ((column_name(place.prefix, key), part),))
            elif key in shape.objects:
                inner = place._replace(address=start + key, prefix=f"{place.prefix}{key}_")
                self._fill(row, shape.objects[key], part, inner)
            else:
                listing = shape.lists[key]
                parent = place.address if self.layout.is_shared[listing.table] else row["id"]
                self._fill_list(listing, part, parent, place._replace(address=start))
        for name, value in self.derived.get(shape.name, _nothing)(data).items():
            row[place.prefix + name] = value

    def _fill_list(self, listing: Listing, items: list[Any], parent: str, place: _Place) -> None:
        record = {"record": place.record} if self.layout.is_shared[listing.table] else {}
        for position, item in enumerate(items, 1):
            end = item[listing.key] if listing.key else position
            address = f"{place.address}{listing.item}-{end}"
            row = {"id": address, **record, "parent": parent, "ordinal": position}
            self.rows[listing.table].append(row)
            if listing.shape is None:
                row[listing.item] = item
            else:
                self._fill(row, listing.shape, item, _Place(listing.table, place.record, address))

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
