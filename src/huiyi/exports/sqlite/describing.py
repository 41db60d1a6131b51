"""Puts the codebook into the database: what the release is, and what each table, view and column holds."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from huiyi.exports.sqlite.searching import TEXTS
from huiyi.package import chinese
from huiyi.tables import Column, Table
from huiyi.tables.columns import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.package import Edition

METADATA = Table(
    "metadata",
    "Metadata",
    "What the release says of itself, and the version of the schema of each kind of record.",
    (
        text("key", "Key", "What is said."),
        text("value", "Value", "The words, or the number as text."),
    ),
)
TABLES = Table(
    "tables",
    "Tables",
    "Every table and view of the database.",
    (
        text("name", "Name", "Name of the table or view."),
        Column("type", "string", "Type", "Whether it is a table or a view.", is_required=True, enum=("table", "view")),
        text("title", "Title", "Its title."),
        Column("title_zh", "string", "Chinese title", "Its title in Chinese; none for what only the database has."),
        text("description", "Description", "What a row of it is."),
    ),
)
COLUMNS = Table(
    "columns",
    "Columns",
    "Every column of every table and view.",
    (
        text("id", "Identifier", "Table and column with a stop between."),
        text("table_name", "Table", "Table or view that has the column."),
        text("column_name", "Column", "Name of the column."),
        text("label", "Label", "Title of the column."),
        Column("label_zh", "string", "Chinese label", "Its title in Chinese; none where only the database has it."),
        text("description", "Description", "What the column says."),
        text("type", "Type", "Type of its values as in Table Schema."),
        Column("required", "boolean", "Required", "Whether every row has a value.", is_required=True),
        Column("refers_to", "string", "Refers to", "Table whose id it holds."),
        Column("vocabulary", "string", "Vocabulary", "List of words that it takes its values from."),
        Column(
            "allowed", "string", "Allowed", "The words that it may hold where no vocabulary lists them, parted by |."
        ),
    ),
)

Described = tuple[Table, "Iterator[tuple[object, ...]]"]


def described(edition: Edition, views: Iterable[Table]) -> Iterator[Described]:
    """Give each table that describes the database, with its rows."""
    published = edition.tables.layout.tables.values()
    own = [*((table, "table") for table in (TEXTS, METADATA, TABLES, COLUMNS)), *((view, "view") for view in views)]
    yield METADATA, _metadata(edition)
    yield (
        TABLES,
        chain(
            ((table.name, "table", table.title, chinese(table.title), table.description) for table in published),
            ((table.name, kind, table.title, None, table.description) for table, kind in own),
        ),
    )
    yield (
        COLUMNS,
        chain(
            (_column(table, column, chinese(column.title)) for table in published for column in table.columns),
            (_column(table, column, None) for table, _ in own for column in table.columns),
        ),
    )


def _metadata(edition: Edition) -> Iterator[tuple[object, ...]]:
    metadata = edition.metadata
    yield "name", metadata.name
    yield "title", metadata.title
    yield "version", metadata.version
    yield "description", metadata.description
    yield "license", ", ".join(licence["name"] for licence in metadata.licenses)
    yield "author", metadata.author
    if metadata.homepage:
        yield "homepage", metadata.homepage
    if metadata.doi:
        yield "doi", metadata.doi
    yield "records", str(len(edition.corpus.all_records))
    for kind in edition.corpus.contract.kinds.values():
        yield f"schema {kind.name}", str(kind.version)
    for source in edition.corpus.by_kind["source"]:
        yield f"source {source.id}", source.data["title"]


def _column(table: Table, column: Column, label_zh: str | None) -> tuple[object, ...]:
    return (
        f"{table.name}.{column.name}",
        table.name,
        column.name,
        column.title,
        label_zh,
        column.description,
        column.type,
        column.is_required,
        column.refers_to or None,
        column.vocabulary or None,
        "|".join(column.enum) or None,
    )
