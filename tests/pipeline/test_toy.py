"""The toy repository comes out as it was accepted, byte for byte; `python tests/bless.py` accepts anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyi.checking import check
from huiyi.cli import run
from huiyi.schemas import read_contract
from huiyi.tables import make_tables, read_layout

TESTS = Path(__file__).resolve().parents[1]
TOY = TESTS / "toy"
BROKEN = TESTS / "toy-broken"
PROJECT = TESTS.parent


BINARY = {".sqlite", ".zip", ".parquet", ".xlsx", ".dta"}
DIGESTS = {"SHA256SUMS", "croissant.json", "manifest.json"}
"""What a newer library may write otherwise, and the digests of it; other tests read it back."""


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_toy_builds_into_its_expected_files_and_the_licences(toy_release: Path) -> None:
    built = {name: content for name, content in files(toy_release).items() if Path(name).suffix not in BINARY}
    built = {name: content for name, content in built.items() if name not in DIGESTS}
    own = {name: (PROJECT / name).read_bytes() for name in ("LICENSE", "LICENSE-DATA", "CHANGELOG.md")}
    schemas = {f"schemas/{name}": content for name, content in files(PROJECT / "schemas").items()}
    own |= {name: content for name, content in schemas.items() if name.endswith(".schema.json")}
    expected = files(TOY / "expected") | own
    assert sorted(built) == sorted(expected)
    assert [name for name in sorted(built) if built[name] != expected[name]] == []


def test_the_broken_toy_gives_its_expected_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(BROKEN), "validate"]) == 1
    assert capsys.readouterr().out.encode() == (BROKEN / "expected" / "validate.txt").read_bytes()


@pytest.mark.parametrize("texts", [None, TOY / "texts"], ids=["without texts", "with texts"])
def test_the_toy_has_no_findings(texts: Path | None) -> None:
    outcome = check(TOY, read_contract(), texts)
    assert outcome.findings == ()
    assert bool(outcome.not_run) is (texts is None)


def test_the_toy_has_a_record_of_every_kind_and_a_row_in_every_table() -> None:
    contract = read_contract()
    corpus = check(TOY, contract, None).corpus
    assert [kind for kind, records in corpus.by_kind.items() if not records] == []
    tables = make_tables(corpus, read_layout(contract))
    assert [name for name, rows in tables.rows.items() if not rows] == []


def test_the_toy_has_an_anomaly_that_silences_a_finding(toy: Path) -> None:
    path = toy / "curation" / "records" / "person" / "wen-shu.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("        rule: reading-mismatch\n        field: text\n", ""), "utf-8")
    codes = [finding.code for finding in check(toy, read_contract(), None).findings]
    assert codes == ["reading-mismatch"]
