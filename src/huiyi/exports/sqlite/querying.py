"""A query as a value: the columns that it gives, with what each is computed from, and the tables that it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Query(NamedTuple):
    """The expression of each column by name, and what stands from FROM on."""

    columns: Mapping[str, str]
    source: str

    @property
    def sql(self) -> str:
        """The query in SQL."""
        columns = ",\n  ".join(f'{expression} AS "{name}"' for name, expression in self.columns.items())
        return f"SELECT {columns}\nFROM {self.source}"


def own(alias: str, names: str) -> dict[str, str]:
    """Give columns of a table, parted by spaces, under their own names."""
    return {name: f'{alias}."{name}"' for name in names.split()}


def record_of(address: str) -> str:
    """Give the expression for the record that an address lies in."""
    return f"substr({address}, 1, instr({address} || '#', '#') - 1)"
