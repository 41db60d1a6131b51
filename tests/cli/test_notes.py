"""`huiyi notes` writes the notes of a release that the changelog is ready for; of any other it says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.cli import run
from huiyi.pages import page_paths, read_page
from huiyi.release.changelog import read_section, unready

if TYPE_CHECKING:
    from pathlib import Path

VERSION = huiyi.__version__
DAY = "2027-01-31"
CHANGELOG = f"# Changelog\n\n## 9.0.0 (unreleased)\n\n- Next.\n\n## {VERSION} ({DAY})\n\n### Data\n\n- A lake.\n"
CHANGELOG += f"\n## {VERSION}.1 ({DAY})\n\n- Another.\n"
CODES = ("release-without-changelog", "release-day-mismatch")


def found(changelog: str, released: str = DAY) -> list[tuple[str, int, str]]:
    findings = unready(read_section(changelog, VERSION), VERSION, released)
    return [(finding.code, finding.line, finding.message) for finding in findings]


def test_a_section_ends_where_the_next_one_begins() -> None:
    section = read_section(CHANGELOG, VERSION)
    assert section is not None
    assert section == (7, DAY, "### Data\n\n- A lake.")
    assert found(CHANGELOG) == []


def test_a_version_is_not_taken_for_a_longer_or_shorter_one() -> None:
    assert read_section("## 0.1.0.1 (2027-01-31)\n\n- More.\n", "0.1.0") is None
    assert read_section("## 0.1.0 (2027-01-31)\n\n- More.\n", "0.1") is None
    assert read_section("## 0x1y0 (2027-01-31)\n\n- More.\n", "0.1.0") is None


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (f"## {VERSION} (unreleased)", "'unreleased'"),
        (f"## {VERSION}", "nothing"),
        (f"## {VERSION} (2027-02-30)", "'2027-02-30'"),
        (f"## {VERSION} (20270131)", "'20270131'"),
        (f"## {VERSION} (2027-W04-7)", "'2027-W04-7'"),
    ],
)
def test_a_heading_must_give_a_day(heading: str, said: str) -> None:
    message = f"the heading of {VERSION} gives {said} instead of the day of publication"
    assert found(f"# Changelog\n\n{heading}\n\n- A lake.\n") == [("release-without-changelog", 3, message)]


def test_a_section_must_be_there_and_say_something() -> None:
    assert [code for code, *_ in found("# Changelog\n")] == ["release-without-changelog"]
    lacking = found(f"## {VERSION} ({DAY})\n\n## 0.0.1 ({DAY})\n\n- A lake.\n")
    assert lacking == [("release-without-changelog", 1, f"the section of {VERSION} is empty")]


@pytest.mark.parametrize("released", ["", "2027-01-30"])
def test_the_metadata_must_give_the_same_day(released: str) -> None:
    ((code, line, message),) = found(CHANGELOG, released)
    assert (code, line) == ("release-day-mismatch", 7)
    assert (f"'{released}'" if released else "no day") in message


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_a_page(code: str) -> None:
    assert list(read_page(page_paths()[code]).sections) == ["Why", "Wrong", "Right", "What to do"]


@pytest.mark.parametrize("tag", ["v9.9.9", "9.9.9", f"vv{VERSION}", "", "v0.1.0\n::error::forged"])
def test_the_tag_of_another_version_is_misuse_in_one_line(
    tag: str, toy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(toy), "notes", tag]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert f"which is 'v{VERSION}'" in said.err


def test_a_project_without_a_changelog_has_no_notes(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(toy), "notes"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("CHANGELOG.md:1:1: error release-without-changelog no section is headed")
