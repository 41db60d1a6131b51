"""What the codebook says: every table, column and word, with its meaning, where it comes from, and how it is filled."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from huiyi.package.titles import chinese
from huiyi.tables import origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.package.codes import Code
    from huiyi.package.edition import Edition
    from huiyi.tables import Column, Row, Table

MADE, JOINED = "made with the tables", "joined from other tables"


class ColumnEntry(NamedTuple):
    """A column, its Chinese title, the field of the records that it comes from, and the share of rows without value.

    A column of a joined table comes from a column of another table.
    `missing` is None where the table has no rows.
    """

    column: Column
    title_zh: str
    field: str
    missing: float | None


class TableEntry(NamedTuple):
    """A table, its Chinese title, the place in the records that its rows come from, their number, and its columns."""

    table: Table
    title_zh: str
    place: str
    rows: int
    columns: tuple[ColumnEntry, ...]


class WordEntry(NamedTuple):
    """A word of a vocabulary, and in how many rows it stands."""

    code: Code
    uses: int


class VocabularyEntry(NamedTuple):
    """A vocabulary, what it is for, and its words."""

    name: str
    title: str
    words: tuple[WordEntry, ...]


class Codebook(NamedTuple):
    """All tables and vocabularies of an edition."""

    tables: tuple[TableEntry, ...]
    vocabularies: tuple[VocabularyEntry, ...]


def make_codebook(edition: Edition) -> Codebook:
    """Gather what the codebook of an edition says."""
    layout, rows = edition.tables.layout, edition.tables.rows
    found = origins(edition.corpus.contract)
    tables = tuple(
        TableEntry(
            table,
            chinese(table.title),
            found.get(name, JOINED if table.is_joined else MADE),
            len(rows[name]),
            tuple(_column_entry(column, found.get(name, ""), rows[name]) for column in table.columns),
        )
        for name, table in layout.tables.items()
    )
    return Codebook(tables, tuple(_vocabularies(edition)))


def _column_entry(column: Column, origin: str, rows: list[Row]) -> ColumnEntry:
    missing = sum(column.name not in row for row in rows) / len(rows) if rows else None
    path = ".".join(part for part in column.path if isinstance(part, str))
    field = f"{origin}.{path}" if origin and path else MADE
    return ColumnEntry(column, chinese(column.title), column.taken_from or field, missing)


def _vocabularies(edition: Edition) -> Iterator[VocabularyEntry]:
    uses: dict[str, Counter[str]] = {}
    for name, table in edition.tables.layout.tables.items():
        for column in table.columns:
            if column.vocabulary and not table.is_joined:
                values = (row[column.name] for row in edition.tables.rows[name] if column.name in row)
                uses.setdefault(column.vocabulary, Counter()).update(values)
    titles = {record.id: record.data["title"] for record in edition.corpus.by_kind["vocabulary"]}
    for name in sorted(uses.keys() & titles.keys()):
        words = tuple(WordEntry(code, uses[name][code.key]) for code in edition.codes[name])
        yield VocabularyEntry(name, titles[name], words)
