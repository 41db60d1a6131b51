"""The joined tables say what the others say, no more and no less: each is worked out again by a query on the others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from huiyi.checking import read
from huiyi.exports.sqlite.writing import write_sqlite
from huiyi.package import Edition, read_codes, read_metadata
from huiyi.schemas import read_contract
from huiyi.tables import make_tables, read_layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.tables import Row, Tables

TESTS = Path(__file__).resolve().parents[1]
QUERIES = Path(__file__).parent / "joined"
CONTRACT = read_contract()
LAYOUT = read_layout(CONTRACT)
JOINED = [name for name, table in LAYOUT.tables.items() if table.is_joined]


def edition_of(root: Path) -> Edition:
    corpus = read(root, CONTRACT, None)[0]
    return Edition(corpus, make_tables(corpus, LAYOUT), read_codes(corpus), read_metadata("0.0.0"))


@pytest.fixture(scope="module", params=[TESTS / "toy", TESTS.parent], ids=["toy", "real"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return edition_of(request.param)


@pytest.fixture(scope="module")
def project(edition: Edition) -> Tables:
    return edition.tables


@pytest.fixture(scope="module")
def database(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("joined") / "huiyi.sqlite"
    write_sqlite(edition, path)
    with closing(sqlite3.connect(path)) as opened:
        opened.row_factory = sqlite3.Row
        for helper in ("cited", "doubts"):
            opened.execute((QUERIES / f"{helper}.sql").read_text("utf-8"))
        yield opened


def changed(toy: Path, old: str, new: str, file: str = "meeting/second-conference-of-lake-surveyors.yaml") -> Tables:
    path = toy / "curation" / "records" / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return edition_of(toy).tables


def overview(tables: Tables) -> Row:
    (row,) = (row for row in tables.rows["meeting_overview"] if row["id"] == "second-conference-of-lake-surveyors")
    return row


def people(tables: Tables, person: str, involvement: str) -> list[Row]:
    rows = tables.rows["meeting_people"]
    return [row for row in rows if (row["person"], row["involvement"]) == (person, involvement)]


def plain(name: str, row: sqlite3.Row) -> dict[str, Any]:
    """Give the values of a joined table's columns; of columns of the same name, the last is meant."""
    values = dict(zip(row.keys(), tuple(row), strict=True))
    found = {column.name: values[column.name] for column in LAYOUT.tables[name].columns}
    truths = {column.name for column in LAYOUT.tables[name].columns if column.type == "boolean"}
    return {key: bool(value) if key in truths else value for key, value in found.items() if value is not None}


def test_there_are_joined_tables_and_a_query_for_each() -> None:
    assert sorted(JOINED) == ["cadre_control", "meeting_overview", "meeting_people", "statistics_flat"]
    assert list(LAYOUT.tables)[-len(JOINED) :] == JOINED


@pytest.mark.parametrize("name", JOINED)
def test_a_joined_row_is_what_a_query_on_the_other_tables_gives(
    name: str, project: Tables, database: sqlite3.Connection
) -> None:
    query = (QUERIES / f"{name}.sql").read_text("utf-8")
    found = {row["id"]: row for row in (plain(name, row) for row in database.execute(query))}
    assert sorted(found) == sorted(row["id"] for row in project.rows[name])
    for row in project.rows[name]:
        assert row == found[row["id"]]


@pytest.mark.parametrize("name", JOINED)
def test_keys_are_unique_and_references_lead_to_rows(name: str, project: Tables) -> None:
    rows = project.rows[name]
    assert len({row["id"] for row in rows}) == len(rows) > 0
    for column in LAYOUT.tables[name].columns:
        if column.refers_to:
            known = {row["id"] for row in project.rows[column.refers_to]}
            assert {row[column.name] for row in rows if column.name in row} <= known, column.name
        if column.is_required:
            assert all(column.name in row for row in rows), column.name


def test_addresses_in_cells_of_several_lead_to_nodes(project: Tables) -> None:
    nodes = {row["id"] for row in project.rows["nodes"]}
    sources = {row["id"] for row in project.rows["sources"]}
    tenures = [row["tenures"] for row in project.rows["meeting_people"] if "tenures" in row]
    rivals = [row["rivals"] for row in project.rows["statistics_flat"] if "rivals" in row]
    assert {address for cell in tenures + rivals for address in cell.split("; ")} <= nodes
    cells = [row["sources"] for row in project.rows["meeting_overview"] if "sources" in row]
    assert {source for cell in cells for source in cell.split("; ")} <= sources


def test_no_row_is_lost_or_doubled(project: Tables) -> None:
    rows = project.rows
    assert [row["id"] for row in rows["meeting_overview"]] == [row["id"] for row in rows["meetings"]]
    assert [row["id"] for row in rows["cadre_control"]] == [row["id"] for row in rows["controlled_cadres"]]
    assert [row["id"] for row in rows["statistics_flat"]] == [row["id"] for row in rows["statistics"]]
    attending = [row for row in rows["meeting_people"] if row["involvement"] in {"present", "absent"}]
    assert sum(row["statement_count"] for row in attending) == len(rows["attendance_people"])


def test_the_view_of_all_statements_has_each_once(database: sqlite3.Connection) -> None:
    ((doubled,),) = database.execute("SELECT count(*) - count(DISTINCT id) FROM statements")
    assert doubled == 0


def test_two_counts_of_one_sort_are_neither_added_nor_chosen_from(toy: Path) -> None:
    group = "    - group: absentees\n"
    rival = "    - {group: other guests, presence: present, role: guest, count: {value: 30}}\n"
    before, after = overview(edition_of(toy).tables), overview(changed(toy, group, rival + group))
    assert (before["guests_present"], before["guests_present_comparator"]) == (12, "at-least")
    assert "guests_present" not in after
    assert "guests: at least 12 present; other guests: 30 present;" in after["attendance_recorded"]


@pytest.mark.parametrize(
    ("weaker", "words"),
    [
        ("certainty: hedged\n      hedge: perhaps", "hedged: perhaps"),
        ("basis: inferred\n      reason: So it seems.", "inferred"),
        ("claimant: lin-hai", "according to Lin Hai"),
        ("attributed_to: a boatman", "according to a boatman"),
    ],
)
def test_a_count_that_is_no_plain_statement_stands_in_words_alone(weaker: str, words: str, toy: Path) -> None:
    row = overview(changed(toy, "      role: guest\n", f"      role: guest\n      {weaker}\n"))
    assert "guests_present" not in row
    assert f"guests: at least 12 present ({words})" in row["attendance_recorded"]


def test_several_speeches_of_a_person_share_a_row_that_shows_the_strongest_statement(toy: Path) -> None:
    speech = "speeches:\n  - speaker: wen-shu\n    type: talk\n    certainty: hedged\n    hedge: perhaps\n"
    (row,) = people(changed(toy, "speeches:\n", speech), "wen-shu", "speaker")
    assert row["statement_count"] == 2
    assert row["statement"] == "second-conference-of-lake-surveyors#speech-2"
    assert row["certainty"] == "asserted"
    assert row["contribution"] == "talk (hedged: perhaps); report: =Depths, 1e5, 1954-05-04 (inferred)"


def test_an_author_is_no_surer_than_the_weaker_of_the_two_statements(toy: Path) -> None:
    old, new = "authors:\n  - person: song-an\n", "authors:\n  - person: song-an\n    certainty: questioned\n"
    (row,) = people(changed(toy, old, new, "document/plan-of-soundings.yaml"), "song-an", "author")
    assert row["statement"] == "plan-of-soundings#author-1"
    assert row["certainty"] == "questioned"


@pytest.mark.parametrize(
    ("dates", "column"),
    [
        ("start: {edtf: 1954-01}\n    end: {edtf: 1954-06}", "posts_certain"),
        ("start: {edtf: 1954-01}", "posts_possible"),
        ("start: {edtf: 1954-05-05}\n    end: {edtf: 1954-06}", "posts_possible"),
        ("as_of: {edtf: 1954-05}", "posts_possible"),
        ("as_of: {edtf: 1954-05-04}", "posts_possible"),
        ("as_of: {edtf: 1954-06}", "posts_other"),
        ("began: One day.", "posts_other"),
        ("end: {edtf: 1954-04}", ""),
        ("start: {edtf: 1954-06}", ""),
    ],
    ids=[
        "around the days",
        "begun before",
        "begun within the days",
        "told of the month",
        "told of a day",
        "told of another time",
        "without a date",
        "over",
        "to come",
    ],
)
def test_posts_are_sorted_by_what_their_dates_say_of_the_days_of_the_meeting(
    dates: str, column: str, toy: Path
) -> None:
    path = toy / "curation" / "records" / "person" / "lin-hai.yaml"
    tenure = f"tenures:\n  - title: keeper\n    organization: lake-survey-office\n    {dates}\n"
    path.write_text(path.read_text("utf-8") + tenure, "utf-8")
    (row,) = people(edition_of(toy).tables, "lin-hai", "present")
    columns = [name for name in ("posts_certain", "posts_possible", "posts_other") if name in row]
    assert columns == ([column] if column else [])
    assert ("tenures" in row) is bool(column)


def test_the_post_that_the_source_gives_stands_in_every_row_of_the_person_with_its_doubts(toy: Path) -> None:
    old = "      post: lake-survey-office#post-drafter\n"
    tables = changed(toy, old, old + "      certainty: hedged\n      hedge: perhaps\n")
    rows = [
        row for involvement in ("absent", "other-speech", "author") for row in people(tables, "song-an", involvement)
    ]
    assert {row["post_label"] for row in rows} == {"drafter, Lake Survey Office (hedged: perhaps)"}
    assert [row["certainty"] for row in rows] == ["hedged", "asserted", "asserted"]


def test_no_post_is_certain_on_the_days_of_a_meeting_that_is_dated_with_doubt(toy: Path) -> None:
    old = "  printed: May 3 to May 7, 1954\n"
    (row,) = people(changed(toy, old, old + "  certainty: questioned\n"), "song-an", "author")
    assert "posts_certain" not in row
    assert "posts_possible" in row
    assert row["date_certainty"] == "questioned"
