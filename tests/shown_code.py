"""The code that the two READMEs show: the project's own, and the one that goes with a release."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[1]
_FENCED = re.compile(r"^```([a-z]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Shown(NamedTuple):
    """A block of code: its language, its text, and whether its paths begin in the project or in the release."""

    language: str
    code: str
    begins_in: str


def shown(release: Path) -> list[Shown]:
    """Give every fenced block of the project's README and of the one of a release, in their order."""
    papers = (("project", PROJECT / "README.md"), ("release", release / "README.md"))
    return [
        Shown(language, code, place)
        for place, path in papers
        for language, code in _FENCED.findall(path.read_text("utf-8"))
    ]
