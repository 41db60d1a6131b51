"""The views of the database: joins and gatherings that a historian asks for again and again, each with its columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from huiyi.exports.sqlite import gathering, joining
from huiyi.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.exports.sqlite.querying import Query
    from huiyi.package import Edition

MEANINGS = {
    "id": "Row that says so.",
    "record": "Record that the row is part of.",
    "label": "Name of that record.",
    "kind": "Kind of that record.",
    "table_name": "Table with the row.",
    "column_name": "Column that holds the text.",
    "shape": "What the row is that the passage stands behind, such as person.tenure.",
    "what": "Which date of the row it is, such as founded.",
    "text": "What the row says, where it says it in words.",
    "status": "How far it had come: planned, drafted, adopted, held and so on, where the row says so.",
    "statement_certainty": "How strongly the row itself is said, apart from its date.",
    "rank": "How well the text fits; the lowest fits best.",
    "search": "What MATCH is asked of; the number itself says nothing.",
    "person": "Person who held the post.",
    "person_label": "Name of the person.",
    "post_title": "Title of the post, as the tenure has it or else the post.",
    "organization": "Body of the post, as the tenure has it or else the post.",
    "organization_label": "Name of the body.",
    "speaker_label": "Name of the one quoted.",
    "occasion_label": "Name of the meeting.",
    "source_title": "Title of the source.",
    "claim": "Claim that disputes.",
    "statement": "What it says.",
    "owner": "Whose claim it is: a record's name, or the words of the source.",
    "certainty": "How strongly it is said.",
    "disputed": "Claim that is disputed.",
    "disputed_statement": "What that one says.",
    "disputed_owner": "Whose claim that one is.",
    "disputed_certainty": "How strongly that one is said.",
}
"""What the columns say that a view has beside those of its tables, or that it means otherwise."""
TYPES = {"rank": "number", "search": "integer"}


class View(NamedTuple):
    """A view: what it is and which columns it has, as of a table, and the SQL that it stands for."""

    table: Table
    sql: str


def views(edition: Edition) -> list[View]:
    """Give every view of the tables of an edition."""
    known = {
        name: {column.name: column for column in table.columns} for name, table in edition.tables.layout.tables.items()
    }
    points = known["points"]
    dates = points | {key: points[f"date_{key}"] for key in gathering.DATE}
    quotations = points | {key: points[f"quotation_{key}"] for key in gathering.QUOTATION}
    return [
        _view("search", "The texts with their records, to be searched: WHERE search MATCH '…'.", joining.SEARCH, {}),
        _view(
            "statements",
            "Every statement: how it is known, how strong it is, and whose.",
            gathering.statements(edition),
            points,
        ),
        _view("chronology", "Every date of every record.", gathering.chronology(edition), dates),
        _view(
            "quotations",
            "Everything quoted: who said what at which meeting.",
            gathering.quotations(edition),
            quotations,
        ),
        _view("careers", "Who held which post of which body, with names.", joining.CAREERS, known["tenures"]),
        _view("passages", "Where each statement stands in its source.", joining.PASSAGES, known["evidence"]),
        _view("disputes", "Each claim that disputes another, beside that one.", joining.DISPUTES, {}),
    ]


def _view(name: str, description: str, query: Query, known: Mapping[str, Column]) -> View:
    """Make a view; `known` are the columns whose title, description and type it takes over."""
    columns = tuple(_column(column, known) for column in query.columns)
    return View(Table(name, name.capitalize(), description, columns), query.sql)


def _column(name: str, known: Mapping[str, Column]) -> Column:
    if name in MEANINGS:
        return Column(name, TYPES.get(name, "string"), name.replace("_", " ").capitalize(), MEANINGS[name])
    return replace(known[name], name=name, is_required=False)
