"""Writes the codebook: every table and column with its meaning, allowed words, an example and the share missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.package import Code
    from huiyi.tables import Column, Tables

INTRODUCTION = """# Codebook

Every table and column of this release. An empty cell means that there is no value. Every table has the key `id`;
a column marked → holds the `id` of a row of another table. `belongs_to` names the row that a row is part of, `ordinal`
its place in the list. Share missing is the share of rows without a value.
"""


def codebook(tables: Tables, codes: Mapping[str, tuple[Code, ...]]) -> str:
    """Give the codebook as Markdown."""
    used = sorted(
        {column.vocabulary for table in tables.layout.tables.values() for column in table.columns if column.vocabulary}
    )
    parts = [INTRODUCTION]
    for name, table in tables.layout.tables.items():
        count = len(tables.rows[name])
        parts.append(f"\n## {name}\n\n{table.title}: {table.description} Rows: {count}.\n\n")
        parts.append("| column | type | meaning | values | example | missing |\n|---|---|---|---|---|---|\n")
        parts.extend(_lines(tables, name))
    parts.append("\n# Vocabularies\n")
    for vocabulary in used:
        parts.append(f"\n## {vocabulary}\n\n| word | label | definition |\n|---|---|---|\n")
        parts.extend(
            f"| `{code.key}` | {_cell(code.label)} | {_cell(code.definition)} |\n" for code in codes.get(vocabulary, ())
        )
    return "".join(parts)


def _lines(tables: Tables, name: str) -> Iterator[str]:
    rows = tables.rows[name]
    for column in tables.layout.tables[name].columns:
        missing = sum(column.name not in row for row in rows) / len(rows) if rows else None
        share = "–" if missing is None else f"{missing:.0%}"
        example = "" if column.example is None else f"`{_cell(str(column.example))}`"
        meaning = f"{column.title}. {column.description}"
        yield f"| `{column.name}` | {column.type} | {_cell(meaning)} | {_allowed(column)} | {example} | {share} |\n"


def _allowed(column: Column) -> str:
    if column.refers_to:
        return f"→ `{column.refers_to}`"
    if column.vocabulary:
        return f"words of `{column.vocabulary}`"
    return ", ".join(f"`{word}`" for word in column.enum)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("`", "'").replace("<", "&lt;")
