"""Reads and writes lines of CSV: the one door to the library, so that every table and sheet is taken alike."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class NotCommaSeparatedError(ValueError):
    """A text is no CSV: `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"not CSV: {reason}")
        self.line = line


class _Echo:
    """Gives back what is written, so that a row can be had as text."""

    def write(self, text: str) -> str:
        return text


def read_cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the cells of each row with its last line, from 1; empty lines are left out.

    Raises NotCommaSeparatedError at the first row that cannot be read.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        raise NotCommaSeparatedError(reader.line_num, str(error)) from None


def write_cells(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Give the line of each row, with its line feed; None is an empty cell."""
    writer = csv.writer(_Echo(), lineterminator="\n")
    for row in rows:
        yield writer.writerow(row)
