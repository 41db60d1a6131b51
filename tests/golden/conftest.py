"""What the tests of golden facts share: a small project with one source, one meeting and the facts of a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from huiyi.checking import check
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from huiyi.findings import Finding
    from huiyi.schemas import Contract

TEXT = "The Dyke Conference met on 2.3.1953.\nWu spoke first, then Li.\n"
SOURCE = """\
id: chronicle
title: Chronicle of Lake County
type: monograph
language: en
sha256: 50ef78ffc93a15d3d00af5d7b2a9b8ef4df6dfc2f30adc0c40aea7cf94c0ffee
line_count: 2
"""
MEETING = """\
id: dyke-conference
type: meeting
names:
  - {text: Dyke Conference, language: en, system: english, preferred: true}
  - {text: 堤坝会议, language: zh, script: Hans, system: hanzi-simplified, preferred: true}
ordinal: 1
enlarged: true
date: {edtf: 1953-03-02, printed: "2.3.1953"}
speeches:
  - speaker: wu
    points:
      - {text: Dykes come first., about: [wu, li], status: proposed}
      - {text: Bridges come second., about: [wu]}
  - speaker: li
    date: {edtf: 1953-03-03, printed: "3.3.1953"}
"""


@dataclass(frozen=True)
class Project:
    """A project below `root`, checked against one contract."""

    root: Path
    contract: Contract

    def write(self, place: str, text: str) -> None:
        path = self.root / "curation" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")

    def findings(self, texts: Path | None = None) -> list[Finding]:
        """Give the findings on golden facts alone; the records here serve no other end."""
        findings = check(self.root, self.contract, texts).findings
        return [one for one in findings if one.path.startswith("curation/golden") or one.code == "golden-fact-broken"]


@pytest.fixture(scope="session")
def contract() -> Contract:
    """Give the kinds of record as the schemas declare them."""
    return read_contract()


@pytest.fixture
def project(tmp_path: Path, contract: Contract) -> Project:
    """Give a project without golden facts."""
    made = Project(tmp_path, contract)
    for folder in ("records", "vocabularies"):
        (tmp_path / "curation" / folder).mkdir(parents=True)
    made.write("records/source/chronicle.yaml", SOURCE)
    made.write("records/meeting/dyke-conference.yaml", MEETING)
    return made


@pytest.fixture
def findings_on(project: Project) -> Callable[[str], list[Finding]]:
    """Give a function that puts one fact, written without evidence, into the project and returns the findings."""

    def found(fact: str) -> list[Finding]:
        lines = "".join(f"    {line}\n" for line in fact.strip().splitlines())
        evidence = "    evidence:\n      - {source: chronicle, lines: [1, 1]}\n"
        text = f"source: chronicle\nfacts:\n  -\n{lines}    says: It is so.\n{evidence}"
        project.write("golden/chronicle.yaml", text)
        return project.findings()

    return found
