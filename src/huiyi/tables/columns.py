"""What a table is, and what no schema declares: keys and places, and the tables that list everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
"""A row of a table: from the name of a column to its value; a column without value is left out."""


@dataclass(frozen=True)
class Column:
    """A column: its type as in Table Schema, where in a node its value stands, and what it may hold.

    `path` is empty for columns that no curator writes. `refers_to` names the table whose `id` it holds, `unit` what a
    number counts, `taken_from` the table and column that a column of a joined table repeats.
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
    unit: str = ""
    taken_from: str = ""


@dataclass(frozen=True)
class Table:
    """A table: what its rows are, and its columns; the first column, `id`, is the key.

    A joined table repeats, for readers, what stands in others.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    is_joined: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)


def text(name: str, title: str, description: str, refers_to: str = "") -> Column:
    """Make a column of text that every row fills."""
    return Column(name, "string", title, description, is_required=True, refers_to=refers_to)


ADDRESS = text(
    "id", "Identifier", "Identifier of the row: the record's identifier, then # and the place in the record."
)
RECORD = text("record", "Record", "Record that the row is part of.", "records")
ORDINAL = Column(
    "ordinal", "integer", "Ordinal", "Position in the list, from 1.", is_required=True, minimum=1, unit="position"
)
TABLE_NAME = text("table_name", "Table", "Table with the row that holds it.")

RECORDS = Table(
    "records",
    "Records",
    "Every record of every kind: what a reference may point to, with the name to show for it.",
    (
        text("id", "Identifier", "Identifier of the record, permanent once released."),
        text("kind", "Kind", "Kind of record."),
        text("label", "Label", "Preferred name, title or statement, for display."),
        TABLE_NAME,
        text("file", "File", "File of the record in the project."),
    ),
)
NODES = Table(
    "nodes",
    "Nodes",
    "Every part of every record that can carry evidence, with its place: what rows of the shared tables belong to.",
    (
        ADDRESS,
        RECORD,
        Column("belongs_to", "string", "Belongs to", "Node that holds this one; none for a record.", refers_to="nodes"),
        text("shape", "Shape", "What the node is, such as person.tenure or date."),
        TABLE_NAME,
    ),
)

DAYS = (
    ("earliest", "Earliest day", "First day that the date can mean; empty where it is open or unknown."),
    ("latest", "Latest day", "Last day that the date can mean; empty where it is open or unknown."),
)
LOCATION = (
    Column(
        "char_start",
        "integer",
        "Start",
        "Offset of the passage's first character in the source text, from 0.",
        unit="character",
    ),
    Column("char_end", "integer", "End", "Offset after the passage's last character.", unit="character"),
    Column("sha256", "string", "SHA-256", "Digest of the passage's UTF-8 text."),
    Column("page", "string", "Page", "Printed page of the passage."),
)


def belongs_to(table: str) -> Column:
    """Make the column that names the row which a row of a list belongs to."""
    return text("belongs_to", "Belongs to", f"Row of {table} that this one belongs to.", table)
