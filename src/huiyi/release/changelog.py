"""Reads what the changelog says of a version, and finds what keeps it from being the notes of a release."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from huiyi.findings import Finding
from huiyi.schemas.formats import is_day
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANGELOG = "CHANGELOG.md"
METADATA = "datapackage/metadata.json"
_HEADING = re.compile(r"## (\S+)(?: \(([^()]*)\))?")


class Section(NamedTuple):
    """The section of a version: the line of its heading (from 1), what stands there in brackets, and its text."""

    line: int
    day: str
    text: str


def read_section(changelog: str, version: str) -> Section | None:
    """Give the section of a version, whose heading is `## 0.1.0 (2027-01-31)`; None where there is none."""
    found: Section | None = None
    body: list[str] = []
    for number, line in enumerate(changelog.split("\n"), 1):
        heading = _HEADING.fullmatch(line.rstrip())
        if found is not None and line.startswith("## "):
            break
        if found is not None:
            body.append(line)
        elif heading is not None and heading[1] == version:
            found = Section(number, heading[2] or "", "")
    return found and found._replace(text="\n".join(body).strip())


def unready(section: Section | None, version: str, released: str) -> Iterator[Finding]:
    """Find what keeps a version from being released: `released` is the day that the dataset's metadata give."""
    if section is None:
        yield _lacking(1, f"no section is headed '## {version} (YYYY-MM-DD)'")
        return
    if not section.text:
        yield _lacking(section.line, f"the section of {version} is empty")
    if not is_day(section.day):
        given = f"'{escape(section.day, limit=40)}'" if section.day else "nothing"
        yield _lacking(section.line, f"the heading of {version} gives {given} instead of the day of publication")
    elif section.day != released:
        given = f"'{escape(released, limit=40)}'" if released else "no day"
        message = f"the changelog gives {section.day}, but 'released' in {METADATA} gives {given}"
        hint = "give the day of publication in both"
        yield Finding(CHANGELOG, section.line, 1, "release-day-mismatch", message, hint)


def _lacking(line: int, message: str) -> Finding:
    return Finding(CHANGELOG, line, 1, "release-without-changelog", message, "say there what changed, and when")
