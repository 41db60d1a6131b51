"""Reads and writes the coding files: CSV with one row a code, as any spreadsheet or text editor shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from huiyi.coding.codes import Place, coded_parts
from huiyi.findings import Finding
from huiyi.loading.plain_files import MOST_DAMAGES, Damage, read_written
from huiyi.values.comma_separated import NotCommaSeparatedError, read_cells, write_cells
from huiyi.values.identifiers import is_identifier
from huiyi.values.text import escape, has_half_a_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from huiyi.corpus import Corpus

FOLDER = "curation/coding"
SUFFIX = ".csv"
MALFORMED = "second-coding-malformed"
COLUMNS = ("record", "part", "lines", "from", "to", "number", "field", "first", "second", "settled")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
PASSAGE_END = COLUMNS.index("number")
OPEN = "?"
"""What stands as settled until somebody has looked at a difference."""


class Row(NamedTuple):
    """One code: where it stands, the field, what either reader has and what was settled; empty for no code.

    `number` counts the parts at one place from 1. A part without any code has one row without a field, which says that
    it was coded. `line` counts from 1.
    """

    place: Place
    number: int
    field: str
    first: str
    second: str
    settled: str
    source: str = ""
    line: int = 0

    @property
    def path(self) -> str:
        """The coding file that holds the row."""
        return coding_path(self.source)


def coding_path(source: str) -> str:
    """Give the path of the coding file of a source, from the root."""
    return f"{FOLDER}/{source}{SUFFIX}"


def read_coding(root: Path) -> tuple[tuple[Row, ...], list[Finding]]:
    """Read every coding file below a root, and give findings on what cannot be one; nothing without a folder."""
    folder = root / FOLDER
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return (), [Finding(FOLDER, 1, 1, MALFORMED, "what should be the folder of the coding files is none")]
    rows: list[Row] = []
    findings: list[Finding] = []
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        for one in _read(path):
            if isinstance(one, Row):
                rows.append(one)
            else:
                hint = f"the columns should be {', '.join(COLUMNS)}"
                shown = escape(f"{FOLDER}/{path.name}", 200)
                findings.append(Finding(shown, one.line, 1, MALFORMED, escape(one.message, 200), hint))
    return tuple(rows), findings


def _read(path: Path) -> Iterator[Row | Damage]:
    """Read one coding file, named after its source: its rows, and its damages up to a number."""
    if path.suffix != SUFFIX or not is_identifier(path.stem):
        yield Damage(1, f"a coding file is named after its source and ends in '{SUFFIX}'")
        return
    content = read_written(path, "coding file")
    if not isinstance(content, str):
        yield content or Damage(1, "the coding file is gone")
        return
    lines = _cells(content.removeprefix("\ufeff"))
    line, heading = next(lines, (1, Damage(1, "the coding file is empty")))
    if isinstance(heading, Damage):
        yield heading
        return
    if tuple(heading) != COLUMNS:
        yield Damage(line, f"the columns are '{escape(', '.join(heading), 100)}'")
        return
    damages = 0
    for line, cells in lines:
        one = cells if isinstance(cells, Damage) else _row(path.stem, line, cells)
        yield one
        damages += isinstance(one, Damage)
        if damages == MOST_DAMAGES:
            return


def _cells(content: str) -> Iterator[tuple[int, list[str] | Damage]]:
    try:
        yield from read_cells(content)
    except NotCommaSeparatedError as error:
        yield error.line, Damage(error.line, str(error))


def _row(source: str, line: int, cells: list[str]) -> Row | Damage:
    """Give the row of a line."""
    if len(cells) != len(COLUMNS):
        return Damage(line, f"{len(cells)} cells where there are {len(COLUMNS)} columns")
    if any("\n" in cell or "\r" in cell or has_half_a_character(cell) for cell in cells):
        return Damage(line, "a cell goes over more than one line")
    record, part, lines, first_words, last_words, number, field, first, second, settled = cells
    place = Place(record, part, lines, first_words, last_words, source if lines else "")
    if not _NUMBER.fullmatch(number):
        return Damage(line, f"'{escape(number, 20)}' is not the number of a part at its place; they count from 1")
    if not field and (first or second or settled):
        return Damage(line, "a code without a field")
    return Row(place, int(number), field, first, second, settled, source, line)


def write_coding(rows: Iterable[Row]) -> str:
    """Give the text of a coding file."""
    lines = ((*row.place[:PASSAGE_END], row.number, row.field, row.first, row.second, row.settled) for row in rows)
    return "".join(write_cells([COLUMNS, *lines]))


def in_order(corpus: Corpus, *groups: Iterable[Row]) -> tuple[Row, ...]:
    """Give rows in the order of the records and of the numbers of their parts; what is there no more comes last."""
    places = {place: at for at, place in enumerate(coded_parts(corpus))}
    every = [row for group in groups for row in group]
    return tuple(sorted(every, key=lambda row: (places.get(row.place, len(places)), row.number)))
