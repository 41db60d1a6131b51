"""How a joined table says what its columns are: most are taken, with all that is said of them, from another table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from huiyi.tables.columns import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STATEMENT = ("basis", "reason", "certainty", "hedge", "claimant", "attributed_to", "note")
DATE = ("edtf", "printed", "relation", "basis", "reason", "certainty", "hedge", "earliest", "latest")
PLACE = ("", "_printed", *(f"_{name}" for name in STATEMENT))


@dataclass(frozen=True)
class Taken:
    """A column of another table, under a name of its own where `prefix` is not empty.

    `heading` comes before its title. An optional column may be empty where the other table's is not, since the row
    that it is taken from may be missing.
    """

    table: str
    column: str
    prefix: str = ""
    heading: str = ""
    is_optional: bool = False

    @property
    def name(self) -> str:
        """The name of the column in the joined table."""
        return self.prefix + self.column

    def resolved(self, tables: Mapping[str, Table]) -> Column:
        """Give the column itself."""
        column = next(one for one in tables[self.table].columns if one.name == self.column)
        return replace(
            column,
            name=self.name,
            title=self.heading + column.title,
            path=(),
            is_required=column.is_required and not self.is_optional,
            taken_from=f"{self.table}.{self.column}",
        )


@dataclass(frozen=True)
class Plan:
    """A joined table before the tables that it is joined from are known; its name, title, meaning and columns."""

    name: str
    title: str
    description: str
    columns: tuple[Column | Taken, ...]

    def resolved(self, tables: Mapping[str, Table]) -> Table:
        """Give the table itself."""
        columns = (one.resolved(tables) if isinstance(one, Taken) else one for one in self.columns)
        return Table(self.name, self.title, self.description, tuple(columns), is_joined=True)

    def taken_from(self, rows: Mapping[tuple[str, str], Mapping[str, Any] | None]) -> dict[str, Any]:
        """Give the values of the columns taken from these rows, each named by its table and the columns' prefix."""
        found = {}
        for one in self.columns:
            if isinstance(one, Taken) and (row := rows.get((one.table, one.prefix))) and one.column in row:
                found[one.name] = row[one.column]
        return found


def taken(table: str, *columns: str, prefix: str = "", heading: str = "", is_optional: bool = False) -> Iterator[Taken]:
    """Take columns of a table."""
    return (Taken(table, column, prefix, heading, is_optional) for column in columns)


def dated(key: str) -> tuple[str, ...]:
    """Give the names of the columns of a date that stands under a key."""
    return tuple(f"{key}_{name}" for name in DATE)


def placed(key: str) -> tuple[str, ...]:
    """Give the names of the columns of a place that stands under a key."""
    return tuple(key + name for name in PLACE)


def words(name: str, title: str, description: str) -> Column:
    """Make a column of text to read, which may be empty."""
    return Column(name, "string", title, description)


def count(name: str, title: str, description: str, unit: str) -> Column:
    """Make a column with a number of rows of another table, 0 where there are none; `unit` is what a row is."""
    return Column(name, "integer", title, description, is_required=True, minimum=0, unit=unit)


def label_column(name: str, title: str) -> Column:
    """Make the column with the name to show for the record in another column."""
    return words(f"{name}_label", f"{title}: Label", f"Name to show for what `{name}` holds.")


PASSAGES: tuple[Column | Taken, ...] = (
    *taken("evidence", "source", "line_first", "line_last", is_optional=True),
    words("passages", "Passages", "All passages that the statement cites: source and lines, joined by semicolons."),
)
"""Where the sources say it: the first passage in columns of its own, and all of them as text."""
