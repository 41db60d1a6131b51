"""A golden file is read strictly, and what could hold by mistake is refused."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from tests.golden.conftest import SOURCE, TEXT

from huiyi.golden import read_golden

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.golden.conftest import Project

    from huiyi.findings import Finding

    FindingsOn = Callable[[str], list[Finding]]

FACT = "about: dyke-conference\nfield: ordinal\nexpected: 1\nsays: It is the first."


def whole(evidence: str, source: str = "chronicle", fact: str = FACT) -> str:
    lines = "\n".join(f"    {line}" for line in fact.splitlines())
    return f"source: {source}\nfacts:\n  -\n{lines}\n    evidence:\n      - {evidence}\n"


def test_a_project_without_the_folder_has_no_facts_and_no_findings(project: Project) -> None:
    assert read_golden(project.root) == ((), [])
    assert project.findings() == []


def test_an_empty_folder_is_fine(project: Project) -> None:
    (project.root / "curation" / "golden").mkdir()
    assert project.findings() == []


def test_facts_are_read_in_their_order_with_their_file(project: Project) -> None:
    project.write("golden/chronicle.yaml", whole("{source: chronicle, lines: [1, 2]}"))
    facts, findings = read_golden(project.root)
    assert findings == []
    assert [(fact.document.path, fact.position, fact.data["expected"]) for fact in facts] == [
        ("curation/golden/chronicle.yaml", 0, 1)
    ]


MALFORMED = {
    "two tests": "about: dyke-conference\nfield: ordinal\nexpected: 1\nincludes: [1]",
    "no test": "about: dyke-conference\nfield: ordinal",
    "a count with a field": "about: dyke-conference\namong: names\nfield: text\ncount: 2",
    "an expectation without a field": "about: dyke-conference\nexpected: 1",
    "a condition without a list": "about: dyke-conference\nwhere: {ordinal: 1}\nfield: ordinal\nexpected: 1",
    "a count without a list": "about: dyke-conference\ncount: 0",
    "a mapping expected": "about: dyke-conference\nfield: date\nexpected: {edtf: 1953-03-02}",
    "an unknown key": "about: dyke-conference\nfield: ordinal\nexpects: 1",
    "an empty condition": "about: dyke-conference\namong: names\nwhere: {}\ncount: 2",
    "a negative count": "about: dyke-conference\namong: names\ncount: -1",
    "a misspelt field": "about: dyke-conference\nfield: date.edft\nexpected: null",
    "a path beyond a value": "about: dyke-conference\nfield: ordinal.value\nexpected: null",
    "a misspelt condition": "about: dyke-conference\namong: speeches\nwhere: {speeker: li}\ncount: 0",
    "a misspelt list": "about: dyke-conference\namong: speaches\ncount: 0",
    "a list that is a value": "about: dyke-conference\namong: ordinal\ncount: 0",
    "a list that is one mapping": "about: dyke-conference\namong: date\ncount: 1",
    "a list of single values": "about: dyke-conference\namong: speeches.points.about\ncount: 1",
    "values of what is no list": "about: dyke-conference\nfield: ordinal\nincludes: [1]",
}


@pytest.mark.parametrize("fact", MALFORMED.values(), ids=MALFORMED)
def test_a_fact_that_could_hold_by_mistake_is_malformed(fact: str, findings_on: FindingsOn) -> None:
    assert {finding.code for finding in findings_on(fact)} == {"golden-fact-malformed"}


def test_a_misspelt_field_is_told_in_its_place_with_the_nearest_one(findings_on: FindingsOn) -> None:
    (finding,) = findings_on(MALFORMED["a misspelt field"])
    assert (finding.line, finding.column) == (5, 12)
    assert finding.message == "'edft' is not a key of date"
    assert finding.hint == "did you mean 'edtf'?"


def test_a_misspelt_condition_is_told_on_its_key(findings_on: FindingsOn) -> None:
    (finding,) = findings_on(MALFORMED["a misspelt condition"])
    assert (finding.line, finding.column) == (6, 13)


def test_a_fact_without_evidence_or_without_its_sentence_is_malformed(project: Project) -> None:
    project.write("golden/chronicle.yaml", "source: chronicle\nfacts:\n  - {about: dyke-conference}\n")
    assert [finding.message for finding in project.findings()] == [
        "golden fact lacks 'evidence'",
        "golden fact lacks 'says'",
    ]


EVIDENCE = {
    "lines beyond the source": "{source: chronicle, lines: [3, 3]}",
    "lines that run backwards": "{source: chronicle, lines: [2, 1]}",
    "another source": "{source: gazette, lines: [1, 1]}",
    "too many words": "{source: chronicle, lines: [1, 1], from: one two three four five six seven, to: end}",
}


@pytest.mark.parametrize("evidence", EVIDENCE.values(), ids=EVIDENCE)
def test_evidence_that_points_to_nothing_is_malformed(evidence: str, project: Project) -> None:
    project.write("golden/chronicle.yaml", whole(evidence))
    assert {finding.code for finding in project.findings()} == {"golden-fact-malformed"}


def test_a_source_without_a_record_is_told(project: Project) -> None:
    project.write("golden/gazette.yaml", whole("{source: gazette, lines: [1, 1]}", source="gazette"))
    assert [finding.message for finding in project.findings()] == ["there is no source 'gazette'"]


def test_the_words_of_the_evidence_are_looked_up_where_the_text_is_at_hand(project: Project, tmp_path: Path) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    project.write("records/source/chronicle.yaml", SOURCE.replace(SOURCE.split("sha256: ")[1][:64], digest))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "chronicle.txt").write_text(TEXT, "utf-8", newline="")
    project.write("golden/chronicle.yaml", whole("{source: chronicle, lines: [1, 1], from: The Dike, to: met}"))
    assert project.findings() == []
    assert [finding.message for finding in project.findings(texts)] == ['"The Dike" is not on line 1 of chronicle']
    project.write("golden/chronicle.yaml", whole("{source: chronicle, lines: [1, 1], from: The Dyke, to: met}"))
    assert project.findings(texts) == []


def test_the_facts_of_a_source_lie_in_the_file_named_after_it(project: Project) -> None:
    project.write("golden/gazette.yaml", whole("{source: chronicle, lines: [1, 1]}"))
    assert [finding.message for finding in project.findings()] == [
        "the facts of 'chronicle' are kept in curation/golden/chronicle.yaml"
    ]


def test_what_is_no_sound_yaml_is_told_by_the_codes_of_loading(project: Project) -> None:
    project.write("golden/chronicle.yaml", "source: chronicle\nsource: gazette\n")
    project.write("golden/notes.txt", "")
    assert [finding.code for finding in project.findings()] == ["duplicate-key", "not-a-record-file"]
