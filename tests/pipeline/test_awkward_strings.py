"""Whatever string may stand in a record comes out byte for byte: from its file, through tables, into every format."""

from __future__ import annotations

import json
import shutil
import sqlite3
import unicodedata
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.pipeline.readers import RECORDS, read_csv

from huiyi.corpus import Corpus, Record
from huiyi.evidence import Lock
from huiyi.exports import json_records
from huiyi.exports.csv_tables import write_csv
from huiyi.exports.sqlite.writing import write_sqlite
from huiyi.loading import load
from huiyi.package import Edition, read_metadata
from huiyi.schemas import completed, read_contract
from huiyi.tables import make_tables, read_layout
from huiyi.values.text import find_refused, find_wide_spaces

if TYPE_CHECKING:
    from pathlib import Path

CONTRACT = read_contract()
LAYOUT = read_layout(CONTRACT)
PERSON = CONTRACT.kinds["person"]


def is_legal(text: str) -> bool:
    refused = [*find_refused(text), *find_wide_spaces(text)]
    return not refused and unicodedata.is_normalized("NFC", text)


AWKWARD = st.sampled_from(
    [
        "=1+1",
        "NA",
        "null",
        "1e5",
        "true",
        "-",
        "'",
        '"',
        '""',
        ",",
        ";",
        "\\",
        "\\N",
        "\n",
        "\n\n",
        "@",
        "#REF!",
        "𠮷",
        "🦆",
        "0x1",
    ]
)
ANYTHING = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"])
LEGAL = (
    st.lists(AWKWARD | st.text(ANYTHING, min_size=1, max_size=8), min_size=1, max_size=8)
    .map(lambda parts: unicodedata.normalize("NFC", "".join(parts)).strip())
    .filter(lambda text: text != "" and is_legal(text))
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a root with a folder for one person, over which each example writes its own record."""
    root = tmp_path_factory.mktemp("desk")
    (root / "curation" / "records" / "person").mkdir(parents=True)
    return root


def edition_of_one(root: Path, name: str, point: str) -> Edition:
    """Write a person down as a curator might, read the file, and make an edition of this record alone."""
    path = root / "curation" / "records" / "person" / "wen-shu.yaml"
    known = {"basis": "supplied", "reason": "invented"}
    person: dict[str, Any] = {
        "id": "wen-shu",
        "names": [{"text": name, "language": "zh", "system": "other", **known}],
        "points": [{"text": point, **known}],
        **known,
    }
    # A JSON text is YAML as well, if no character is escaped as two halves.
    path.write_text(json.dumps(person, ensure_ascii=False), "utf-8")
    document = load(root, path)
    assert document.findings == ()
    assert document.data is not None
    assume(CONTRACT.faults(PERSON, document.data) == [])
    record = Record("wen-shu", PERSON, completed(PERSON.shape, document.data), document)
    corpus = Corpus(CONTRACT, (record,), {}, Lock(), {})
    return Edition(corpus, make_tables(corpus, LAYOUT), {}, read_metadata("0.0.0"))


@given(name=LEGAL, point=LEGAL)
@example(name="=cmd|' /C calc'!A0", point='"quoted", and; a\n=line break\\')
@example(name="NA", point="null")
@example(name="1e5", point="\\")
@settings(max_examples=60, deadline=None)
def test_a_string_comes_out_of_csv_sqlite_and_json_as_it_was_written(name: str, point: str, desk: Path) -> None:
    edition = edition_of_one(desk, name, point)
    database = desk / "huiyi.sqlite"
    database.unlink(missing_ok=True)
    write_sqlite(edition, database)
    for table, address, text in (("names", "wen-shu#name-1", name), ("points", "wen-shu#point-1", point)):
        write_csv(edition.tables, table, desk / "table.csv")
        rows = {row["id"]: row["text"] for row in read_csv(LAYOUT.tables[table], desk / "table.csv")}
        assert rows[address] == text
        with closing(sqlite3.connect(database)) as opened:
            query = f'SELECT text, CAST(text AS BLOB) FROM "{table}" WHERE id = ?'
            assert opened.execute(query, [address]).fetchone() == (text, text.encode())
            query = "SELECT text FROM texts WHERE id = ? AND column_name = 'text'"
            assert opened.execute(query, [address]).fetchone() == (text,)
    shutil.rmtree(desk / "json", ignore_errors=True)
    json_records.write(edition, desk)
    for read in RECORDS.values():
        (record,) = read(desk, [PERSON.table]).values()
        assert (record["names"][0]["text"], record["points"][0]["text"]) == (name, point)


def test_a_csv_file_is_utf_8_without_byte_order_mark_with_lf_alone(toy_release: Path) -> None:
    for path in sorted((toy_release / "data").iterdir()):
        content = path.read_bytes()
        assert content.decode("utf-8")
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content
        assert content.endswith(b"\n")


def test_the_awkward_strings_of_the_toy_stand_in_its_csv_files(toy_release: Path) -> None:
    cells = "\n".join(path.read_text("utf-8") for path in sorted((toy_release / "data").iterdir()))
    for string in (
        "=NA(); a reason",
        '"=Depths, 1e5"',
        "𠮷湖记",
        '""null""',
        "\\N are strings\\",
        "\n=SUM(A1:A2) opens",
        ",NA,",
    ):
        assert string in cells
