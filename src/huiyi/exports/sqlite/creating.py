"""Says in SQL what a table is: STRICT, with its keys, and with a check of every day, word and least value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.package import Code
    from huiyi.tables import Column, Table

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def create(table: Table, codes: Mapping[str, tuple[Code, ...]]) -> str:
    """Give the statement that creates a table, whose first column is the key; `codes` are the words of vocabularies."""
    parts = [_column(column, codes) for column in table.columns]
    parts[0] += " PRIMARY KEY"
    parts += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers_to}" ("id")'
        for column in table.columns
        if column.refers_to
    ]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(parts) + "\n) STRICT"


def indexes(table: Table) -> Iterator[str]:
    """Give the statements that index each column by which tables are joined."""
    for column in table.columns:
        if column.refers_to and column.name != "id":
            yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'


def text_literal(text: str) -> str:
    """Give a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def _column(column: Column, codes: Mapping[str, tuple[Code, ...]]) -> str:
    text = f'"{column.name}" {TYPES[column.type]}'
    if column.is_required:
        text += " NOT NULL"
    words = [code.key for code in codes.get(column.vocabulary, ())] or column.enum
    if words:
        text += f' CHECK ("{column.name}" IN ({", ".join(map(text_literal, words))}))'
    if column.type == "boolean":
        text += f' CHECK ("{column.name}" IN (0, 1))'
    if column.type == "date":
        # Without a shift SQLite gives the 30th of February back as it is.
        text += f""" CHECK ("{column.name}" IS date("{column.name}", '+0 days'))"""
    if column.minimum is not None:
        text += f' CHECK ("{column.name}" >= {column.minimum})'
    return text
