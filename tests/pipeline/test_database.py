"""The database is whole and strict, refuses what its columns do not allow, and carries its own codebook."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.pipeline.readers import opened

from huiyi.exports import MissingLibraryError
from huiyi.exports.sqlite.creating import create
from huiyi.exports.sqlite.writing import create_virtual, write_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.pipeline.conftest import Published

OWN = {"texts", "metadata", "tables", "columns"}


@pytest.fixture
def database(published: Published) -> Iterator[sqlite3.Connection]:
    with closing(opened(published.folder)) as connection:
        yield connection


def test_the_database_is_whole_and_strict_and_its_keys_hold(database: sqlite3.Connection, published: Published) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    found = {name: (kind, strict) for _, name, kind, _, _, strict in database.execute("PRAGMA table_list")}
    tables = {name for name, (kind, _) in found.items() if kind == "table" and not name.startswith("sqlite_")}
    assert tables == OWN | set(published.edition.tables.layout.tables)
    assert [name for name in tables if not found[name][1]] == []


def test_it_holds_every_row(database: sqlite3.Connection, published: Published) -> None:
    for name, rows in published.edition.tables.rows.items():
        assert database.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(rows),)


@pytest.mark.parametrize(
    ("name", "column", "wrong"),
    [
        ("meetings", "date_earliest", "1955-02-30"),
        ("meetings", "date_earliest", "1955"),
        ("meetings", "basis", "statd"),
        ("meetings", "type", "gathering"),
        ("meetings", "enlarged", 2),
        ("meetings", "congress", 0),
        ("meetings", "congress", "eighth"),
        ("meetings", "basis", None),
        ("names", "ordinal", 0),
    ],
)
def test_a_value_that_its_column_does_not_allow_is_refused(
    name: str, column: str, wrong: object, published: Published
) -> None:
    edition = published.edition
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(create(edition.tables.layout.tables[name], edition.codes))
        row = dict(edition.tables.rows[name][0])
        insert(database, name, row)
        with pytest.raises(sqlite3.IntegrityError, match=column):
            insert(database, name, row | {"id": "other", column: wrong})


def insert(database: sqlite3.Connection, name: str, row: dict[str, object]) -> None:
    columns = ", ".join(f'"{column}"' for column in row)
    places = ", ".join("?" * len(row))
    database.execute(f'INSERT INTO "{name}" ({columns}) VALUES ({places})', list(row.values()))


def test_every_table_view_and_column_is_described(database: sqlite3.Connection) -> None:
    every = {(name, kind) for _, name, kind, *_ in database.execute("PRAGMA table_list") if kind in {"table", "view"}}
    every = {(name, kind) for name, kind in every if not name.startswith("sqlite_")}
    assert set(database.execute("SELECT name, type FROM tables")) == every
    assert database.execute("SELECT * FROM tables WHERE title = '' OR description = ''").fetchall() == []
    for name, _ in every:
        columns = [column for _, column, *_ in database.execute(f'PRAGMA table_info("{name}")')]
        told = database.execute("SELECT column_name FROM columns WHERE table_name = ? ORDER BY rowid", [name])
        assert [column for (column,) in told] == columns, name
    assert database.execute("SELECT id FROM columns WHERE label = '' OR description = ''").fetchall() == []


def test_what_a_column_refers_to_and_which_words_it_takes_are_there(database: sqlite3.Connection) -> None:
    query = "SELECT id FROM columns WHERE {0} IS NOT NULL AND {0} NOT IN (SELECT {1})"
    assert database.execute(query.format("refers_to", "name FROM tables")).fetchall() == []
    assert database.execute(query.format("vocabulary", "id FROM vocabularies")).fetchall() == []
    row = database.execute("SELECT refers_to, vocabulary, allowed, required FROM columns WHERE id = 'meetings.basis'")
    assert row.fetchone() == (None, None, "stated|inferred|derived|supplied", 1)


def test_what_is_published_elsewhere_too_has_its_chinese_title(
    database: sqlite3.Connection, published: Published
) -> None:
    titled = {name for (name,) in database.execute("SELECT name FROM tables WHERE title_zh IS NOT NULL")}
    labelled = {name for (name,) in database.execute("SELECT table_name FROM columns WHERE label_zh IS NOT NULL")}
    assert titled == labelled == set(published.edition.tables.layout.tables)
    assert database.execute("SELECT label_zh FROM columns WHERE id = 'meetings.basis'").fetchone() == ("依据",)


def test_the_metadata_say_which_release_it_is(database: sqlite3.Connection, published: Published) -> None:
    said = dict(database.execute("SELECT key, value FROM metadata"))
    assert f"{said['name']}-{said['version']}" == published.folder.name
    assert said["records"] == str(len(published.edition.corpus.all_records))
    assert said["schema meeting"] == str(published.contract.kinds["meeting"].version)
    assert said["license"] == "CC-BY-4.0"


def test_every_view_gives_rows_and_only_what_its_tables_have(database: sqlite3.Connection) -> None:
    def first(query: str) -> object:
        return database.execute(query).fetchone()[0]

    views = [name for (name,) in database.execute("SELECT name FROM tables WHERE type = 'view'")]
    assert [name for name in views if first(f'SELECT count(*) FROM "{name}"') == 0] == []
    assert first("SELECT count(*) FROM careers") == first("SELECT count(*) FROM tenures")
    assert first("SELECT count(*) FROM passages") == first("SELECT count(*) FROM evidence")
    assert first("SELECT count(*) FROM disputes") == first("SELECT count(*) FROM claims_disputed")
    assert first("SELECT count(*) FROM search") == first("SELECT count(*) FROM texts")
    quoted = "SELECT count(*) FROM quotations WHERE table_name = 'points'"
    direct = "SELECT count(*) FROM points WHERE quotation_speaker IS NOT NULL OR quotation_state IS NOT NULL"
    assert first(quoted) == first(direct)
    dated = "SELECT count(*) FROM chronology WHERE table_name = 'tenures' AND what = 'as_of'"
    assert first(dated) == first("SELECT count(*) FROM tenures WHERE as_of_edtf IS NOT NULL")


def test_a_date_that_no_source_states_has_its_reason_in_the_chronology(database: sqlite3.Connection) -> None:
    told = database.execute("SELECT reason IS NOT NULL FROM chronology WHERE basis <> 'stated'").fetchall()
    assert set(told) == {(1,)}


def test_a_statement_stands_once_among_the_statements(database: sqlite3.Connection) -> None:
    twice = "SELECT id FROM statements GROUP BY id HAVING count(*) > 1"
    assert database.execute(twice).fetchall() == []


def test_two_writings_give_the_same_bytes(published: Published, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_sqlite(published.edition, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert (tmp_path / "one").read_bytes() == (published.folder / f"{published.folder.name}.sqlite").read_bytes()


def test_an_sqlite_without_a_module_is_told_in_one_line() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as database,
        pytest.raises(MissingLibraryError, match=r"^the SQLite \S+ of this Python lacks its module fts0$"),
    ):
        create_virtual(database, "search_index", "fts0", "text")
