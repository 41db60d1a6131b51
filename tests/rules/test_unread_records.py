"""About a record whose file failed nothing is known but its name, and the rules say no more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.checking import all_rules, judged, read
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

LOCK = '{"format": 1}\n{"source": "page", "blank": [], "lines": 9, "sha256": "' + 64 * "1" + '"}\n'
PAGE = f'id: page\ntitle: A page\ntype: page\nlanguage: en\nsha256: "{64 * "1"}"\nline_count: 9\n'
NAMES = "names:\n  - {text: An, language: zh, system: pinyin}\n"
PERSON = "id: an\n" + NAMES
BROKEN = "id: [\n"


def findings(root: Path, code: str, **files: str) -> list[tuple[str, int]]:
    """Write files, named kind__identifier, and give path and line of what one rule finds."""
    for name, text in files.items():
        kind, _, identifier = name.partition("__")
        folder = root / "curation" / ("vocabularies" if kind == "vocabulary" else f"records/{kind}")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{identifier.replace('_', '-')}.yaml").write_text(text, "utf-8")
    for needed in ("records", "vocabularies"):
        (root / "curation" / needed).mkdir(parents=True, exist_ok=True)
    (root / "curation" / "evidence.lock").write_text(LOCK, "utf-8")
    corpus, _ = read(root, read_contract(), None)
    rules = tuple(rule for rule in all_rules() if rule.code == code)
    return [(finding.path, finding.line) for finding in judged(corpus, rules)[0]]


def test_a_reference_to_an_unread_record_is_not_lost(tmp_path: Path) -> None:
    tie = "relations:\n  - {person: rao, type: deputy}\n  - {person: gao, type: deputy}\n"
    found = findings(tmp_path, "dangling-reference", person__an=PERSON + tie, person__rao=BROKEN)
    assert found == [("curation/records/person/an.yaml", 6)]


def test_an_unread_record_is_of_no_wrong_kind(tmp_path: Path) -> None:
    tie = "relations:\n  - {person: rao, type: deputy}\n"
    assert findings(tmp_path, "reference-to-wrong-kind", person__an=PERSON + tie, term__rao=BROKEN) == []


def test_the_name_of_an_unread_file_is_taken(tmp_path: Path) -> None:
    found = findings(tmp_path, "duplicate-identifier", person__an=PERSON, term__an=BROKEN)
    assert found == [("curation/records/person/an.yaml", 1)]


def test_an_unread_vocabulary_is_neither_missing_nor_short_of_words(tmp_path: Path) -> None:
    found = findings(tmp_path, "word-not-in-vocabulary", person__an=PERSON, vocabulary__name_system=BROKEN)
    assert found == []


def test_lines_are_uncovered_only_when_every_record_is_read(tmp_path: Path) -> None:
    found = findings(tmp_path, "uncovered-passage", source__page=PAGE)
    assert found == [("curation/records/source/page.yaml", 6)]
    assert findings(tmp_path, "uncovered-passage", person__rao=BROKEN) == []


def test_a_record_stands_alone_only_when_every_record_is_read(tmp_path: Path) -> None:
    found = findings(tmp_path, "unreferenced-record", person__an=PERSON)
    assert found == [("curation/records/person/an.yaml", 1)]
    assert findings(tmp_path, "unreferenced-record", person__rao=BROKEN) == []
