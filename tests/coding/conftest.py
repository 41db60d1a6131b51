"""What the tests of second coding share: the small repository, and a way to change one row or one value of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from huiyi.checking import check
from huiyi.cli import run
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.checking import Outcome
    from huiyi.findings import Finding

SOURCE = "lake-conference"
CODING = f"curation/coding/{SOURCE}.csv"
HEADING = "record,part,lines,from,to,number,field,first,second,settled"


@dataclass(frozen=True)
class Project:
    """A copy of the small repository below `root`."""

    root: Path

    def replace(self, place: str, before: str, after: str) -> None:
        path = self.root / place
        text = path.read_text("utf-8")
        assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {place}"
        path.write_text(text.replace(before, after), "utf-8")

    def put(self, content: bytes, name: str = f"{SOURCE}.csv") -> None:
        (self.root / "curation" / "coding" / name).write_bytes(content)

    def outcome(self) -> Outcome:
        return check(self.root, read_contract(), None)

    def findings(self) -> list[Finding]:
        """Give the findings on the second coding alone."""
        return [finding for finding in self.outcome().findings if finding.code.startswith("second-coding")]

    def worksheet(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
        """Run the command and give its exit code and what it prints and says."""
        code = run(["--root", os.fspath(self.root), "worksheet", SOURCE, *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def project(toy: Path) -> Project:
    """Give a copy of the small repository, all of which a second reader has coded."""
    return Project(toy)
