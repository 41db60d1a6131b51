"""The code that the two READMEs show: the project's own, and the one that goes with a release."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[1]
TYPED = {"words": "conference"}
"""What a reader might type where a query takes words, and every release has."""
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


def answers(code: str, database: Path) -> Iterator[tuple[str, int]]:
    """Run the queries of a block of SQL, and give each with the number of rows that it finds."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        for statement in code.split(";\n"):
            if statement.strip():
                yield statement.strip(), len(connection.execute(statement, TYPED).fetchall())
