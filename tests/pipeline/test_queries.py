"""Twenty questions of historians get the same answer from CSV, SQLite and Parquet; each query says its question."""

from __future__ import annotations

import json
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

import duckdb
import pytest
from tests.pipeline.readers import opened, plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from tests.pipeline.conftest import Published

QUERIES = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "queries").glob("*.sql"))}
DUCKDB = {"string": "VARCHAR", "date": "DATE", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}

Engine = Union["sqlite3.Connection", duckdb.DuckDBPyConnection]
Answer = list[tuple[Any, ...]]
Asked = dict[str, "Callable[[str], Answer]"]


@pytest.fixture(scope="module")
def asked(published: Published) -> Iterator[Asked]:
    """Give for each format a function that asks its tables."""
    with (
        closing(opened(published.folder)) as database,
        closing(duckdb.connect()) as csv,
        closing(duckdb.connect()) as arrow,
    ):
        open_csv(csv, published.folder)
        open_parquet(arrow, published)
        engines: dict[str, Engine] = {"SQLite": database, "CSV": csv, "Parquet": arrow}
        yield {name: partial(answer, engine) for name, engine in engines.items()}


def open_csv(engine: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Make a table of each CSV file, with the types that the descriptor declares and nothing guessed."""
    for resource in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]:
        types = {field["name"]: DUCKDB[field["type"]] for field in resource["schema"]["fields"]}
        engine.execute(
            f"""CREATE TABLE "{resource["name"]}" AS SELECT * FROM read_csv(?, auto_detect = false, header = true,
            delim = ',', quote = '"', escape = '"', nullstr = '', columns = {types})""",
            [str(folder / resource["path"])],
        )


def open_parquet(engine: duckdb.DuckDBPyConnection, published: Published) -> None:
    for name in published.edition.tables.layout.tables:
        path = published.folder / "parquet" / f"{name}.parquet"
        engine.execute(f"""CREATE TABLE "{name}" AS SELECT * FROM read_parquet('{path}')""")


def answer(engine: Engine, query: str) -> Answer:
    return [tuple(map(plain, row)) for row in engine.execute(query).fetchall()]


def test_there_are_twenty_queries_and_each_says_its_question() -> None:
    assert len(QUERIES) == 20
    assert [name for name, query in QUERIES.items() if not query.partition("\n")[0].startswith("-- ")] == []
    assert [name for name, query in QUERIES.items() if not query.partition("\n")[0].endswith("?")] == []


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_answers_alike_in_every_format(name: str, asked: Asked) -> None:
    answers = {engine: ask(QUERIES[name]) for engine, ask in asked.items()}
    assert answers["SQLite"]
    assert answers["CSV"] == answers["SQLite"]
    assert answers["Parquet"] == answers["SQLite"]
