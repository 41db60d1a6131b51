"""A record is found by its names however they are written, and by every text that a curator wrote."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.pipeline.readers import opened

from huiyi.evidence.flowing import HAN
from huiyi.exports.sqlite.searching import LONGEST, is_sought, spellings
from huiyi.schemas import read_contract
from huiyi.tables import read_layout

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pipeline.conftest import Published

RUN = re.compile(f"[{HAN}]+")
QUERY = "SELECT DISTINCT record FROM search WHERE search MATCH ?"


def found(folder: Path, *searches: str) -> list[set[str]]:
    """Give the records that each search finds."""
    with closing(opened(folder)) as database:
        return [{record for (record,) in database.execute(QUERY, [words])} for words in searches]


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("Mao Zedong", "mao-zedong"),
        ("maozedong", "mao-zedong"),
        ("MAOZEDONG", "mao-zedong"),
        ("Máo Zédōng", "mao-zedong"),
        ('"mao ze dong"', "mao-zedong"),
        ('"Mao Tse-tung"', "mao-zedong"),
        ('"Mao Tsetung"', "mao-zedong"),
        ("maotsetung", "mao-zedong"),
        ('"Mao Tsê-tung"', "mao-zedong"),
        ("\"T'eng Hsiao-p'ing\"", "deng-xiaoping"),
        ('"T’eng Hsiao-p’ing"', "deng-xiaoping"),
        ('"Tʻeng Hsiao-pʻing"', "deng-xiaoping"),
        ('"Teng Hsiao-ping"', "deng-xiaoping"),
        ('"Teng Hsiao-p\'ing"', "deng-xiaoping"),
        ('"Chou En-lai"', "zhou-enlai"),
        ('"P\'eng Te-huai"', "peng-dehuai"),
        ("习仲勋", "xi-zhongxun"),
        ("習仲勳", "xi-zhongxun"),
        ("习仲", "xi-zhongxun"),
        ("仲", "xi-zhongxun"),
        ("xizhongxun", "xi-zhongxun"),
        ('"seven thousand cadres"', "seven-thousand-cadres-conference"),
        ("ganbu", "sending-down-of-cadres"),
        ("幹部", "sending-down-of-cadres"),
    ],
)
def test_a_record_is_found_however_its_name_is_written(words: str, record: str, real_release: Path) -> None:
    assert record in found(real_release, words)[0]


@pytest.mark.parametrize("words", ["Hua Guofeng", "华国锋", "仲习", '"Zedong Mao"', '"Hsiao-ping Deng"'])
def test_a_name_that_no_record_has_is_not_found(words: str, real_release: Path) -> None:
    assert found(real_release, words) == [set()]


def test_every_part_of_every_chinese_name_finds_its_record(published: Published) -> None:
    chinese = [row for row in published.edition.tables.rows["names"] if row.get("script") in {"Hans", "Hant", "Hani"}]
    sought = [(row["record"], part) for row in chinese for run in RUN.findall(row["text"]) for part in parts(run)]
    assert any(len(part) == 1 for _, part in sought)
    answers = found(published.folder, *(part for _, part in sought))
    assert [pair for pair, records in zip(sought, answers, strict=True) if pair[0] not in records] == []


def parts(run: str) -> set[str]:
    sizes = {1, 2, 3, min(len(run), LONGEST)}
    return {run[start : start + size] for size in sizes for start in range(len(run) - size + 1)}


def test_every_text_is_found_by_its_own_words(published: Published) -> None:
    query = "SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid = ?"
    with closing(opened(published.folder)) as database:
        texts = database.execute("SELECT place, text FROM texts").fetchall()
        worded = [(place, text) for place, text in texts if any(map(str.isalnum, text))]
        phrases = [('"' + text.replace('"', '""') + '"', place) for place, text in worded]
        unfound = [text for text, place in phrases if database.execute(query, [text, place]).fetchone() is None]
    assert {row["text"] for row in published.edition.tables.rows["points"]} <= {text for _, text in texts}
    assert unfound == []


def test_the_query_of_the_readme_is_one_that_works(published: Published) -> None:
    lines = (published.folder / "README.md").read_text("utf-8").splitlines()
    queries = [line for line in lines if " MATCH " in line and line.startswith("SELECT")]
    assert queries
    with closing(opened(published.folder)) as database:
        for query in queries:
            database.execute(query).fetchall()


@pytest.mark.parametrize("words", ["", " ", "'\"; DROP", "*", "NEAR(", "Lin-hai NOT", "-", "^", "col:x", '"' * 9])
def test_words_that_anybody_typed_are_safe_as_the_readme_quotes_them(words: str, toy_release: Path) -> None:
    readme = (toy_release / "README.md").read_text("utf-8")
    (query,) = re.findall(r"^SELECT .* replace\('.*$", readme, re.MULTILINE)
    asked = query.replace("'Mao Tse-tung'", "?")
    with closing(opened(toy_release)) as database:
        database.execute(asked, [words]).fetchall()
        assert ("lin-hai", "Lin Hai") in database.execute(asked, ["lin-hai"]).fetchall()


def test_what_is_searched_is_what_curators_wrote_in_words() -> None:
    columns = [
        (name, column) for name, table in read_layout(read_contract()).tables.items() for column in table.columns
    ]
    sought = {f"{name}.{column.name}" for name, column in columns if is_sought(column)}
    assert {
        "names.text",
        "points.text",
        "claims.statement",
        "speeches.title",
        "terms.gloss",
        "anomalies.note",
    } <= sought
    assert not sought & {"names.basis", "meetings.type", "meetings.date_edtf", "evidence.quote_from", "sources.sha256"}


def test_a_long_run_of_characters_costs_no_more_than_its_length_allows() -> None:
    assert len(spellings("会" + "议会" * 500, "hanzi-simplified")) < 1000
    distinct = "".join(chr(0x4E00 + number) for number in range(1000))
    assert len(spellings(distinct, "")) < 3 * 1000 * (LONGEST + 10)
