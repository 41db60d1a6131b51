"""Queries that gather from every table that has them: statements, dates, and words that are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.exports.sqlite.creating import text_literal
from huiyi.exports.sqlite.original import originals
from huiyi.exports.sqlite.querying import Query, own, record_of
from huiyi.tables.taking import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.package import Edition

DATE = ("printed", "edtf", "relation", "earliest", "latest", "basis", "reason", "certainty", "hedge")
OWNER = ("claimant", "attributed_to")
QUOTATION = ("speaker", "speaker_basis", "occasion", "state", "rendering_of")
WORDING = ("text", "statement", "title", "counted", "provision")
"""Columns that say in words what a row says; a table has one of them or none."""


def statements(edition: Edition) -> Query:
    """Gather how each statement is known, how strong it is, and whose."""
    parts = [
        Query({"id": "id", "table_name": text_literal(name), **{key: key for key in STATEMENT}}, f'"{name}"')
        for name, columns in _written(edition)
        if columns >= set(STATEMENT)
    ]
    return Query(own("g", " ".join(parts[0].columns)), _union(parts))


def chronology(edition: Edition) -> Query:
    """Gather every date, with the record that it is part of."""
    parts = [
        Query(
            {
                "id": "id",
                "table_name": text_literal(name),
                "what": text_literal(column.removesuffix("_edtf")),
                "text": _wording(columns),
                **{key: column.removesuffix("edtf") + key for key in DATE},
                "statement_certainty": _or_null("certainty", columns),
                **{key: _or_null(key, columns) for key in OWNER},
                "status": _or_null("status", columns),
            },
            f'"{name}" WHERE {column} IS NOT NULL',
        )
        for name, columns in _written(edition)
        for column in sorted(columns)
        if column.endswith("_edtf")
    ]
    return _with_record(parts)


def quotations(edition: Edition) -> Query:
    """Gather everything that is quoted, with the names of the speaker and of the meeting."""
    parts = [
        Query(
            {
                "id": "id",
                "table_name": text_literal(name),
                "text": _wording(columns),
                **{key: f"quotation_{key}" for key in QUOTATION},
                **{key: key for key in ("basis", "certainty", "hedge", *OWNER)},
            },
            f'"{name}" WHERE quotation_speaker IS NOT NULL OR quotation_state IS NOT NULL',
        )
        for name, columns in _written(edition)
        if "quotation_speaker" in columns
    ]
    whole = _with_record(parts)
    return Query(
        {**whole.columns, "speaker_label": "s.label", "occasion_label": "o.label"},
        f"{whole.source} LEFT JOIN records AS s ON s.id = g.speaker LEFT JOIN records AS o ON o.id = g.occasion",
    )


def _written(edition: Edition) -> Iterator[tuple[str, set[str]]]:
    for table, columns in originals(edition):
        yield table.name, {column.name for column in columns}


def _wording(columns: set[str]) -> str:
    return next((name for name in WORDING if name in columns), "NULL")


def _or_null(name: str, columns: set[str]) -> str:
    return name if name in columns else "NULL"


def _with_record(parts: list[Query]) -> Query:
    columns = {"record": "r.id", "label": "r.label", **own("g", " ".join(parts[0].columns))}
    return Query(columns, f"{_union(parts)} JOIN records AS r ON r.id = {record_of('g.id')}")


def _union(parts: list[Query]) -> str:
    return "(\n" + "\nUNION ALL ".join(part.sql for part in parts) + "\n) AS g"
