"""Writes all tables as one Excel workbook: a sheet that introduces it, one that explains the columns, a sheet a table.

Text is written as text and nothing in it is ever evaluated; where it begins like a formula, its cell is marked as text
(Excel's quote prefix), so that it stays text when it is edited. Days are dates from 1 March 1900 on; before, where
Excel's calendar is wrong or has no days, they are text such as 1899-12-31.
"""

from __future__ import annotations

import gc
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from huiyi.exports import EPOCH, BrokenRowError
from huiyi.package import cite_as
from huiyi.tables import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from huiyi.package import Edition, Metadata
    from huiyi.tables import Tables

TITLE = "Excel workbook"
NEEDS = ("xlsxwriter",)

MOST_ROWS = 1_048_576
"""Rows of a sheet, the header among them."""
LONGEST_TEXT = 32_767
"""UTF-16 units of a cell."""
FIRST_DAY = "1900-03-01"
LIKE_A_FORMULA = tuple("=+-@＝＋－＠")
NARROWEST, WIDEST = 8, 60
INTRODUCTION, COLUMNS = "readme", "columns"
"""The sheets that are no tables."""
EXPLAINED = ("sheet", "column", "type", "title", "meaning", "refers_to")

READING = (
    "Each sheet after these two is a table. Every row has an id; belongs_to says which row it is part of.",
    "An empty cell means that there is no value.",
    "Text is always text: a cell that begins like a formula is never calculated.",
    "Days before 1 March 1900 are text, as Excel's calendar does not hold them.",
)


class _Exact(float):
    """A number that is written with all its digits; the library writes 16, of 17 that a number may need."""

    __slots__ = ()

    def __format__(self, _form: str) -> str:
        return repr(float(self))


def write(edition: Edition, folder: Path) -> None:
    """Write the workbook into the folder of the release; raise BrokenRowError and OSError."""
    write_xlsx(edition.tables, edition.metadata, folder / f"{edition.metadata.release}.xlsx")
    # The parts of the library's workbook refer to each other, and so would stay in memory, of a large one a gigabyte.
    gc.collect()


def write_xlsx(tables: Tables, metadata: Metadata, path: Path) -> None:
    """Write the workbook to a path.

    Raises BrokenRowError where a table or a text is larger than Excel allows, OSError where the file cannot be written.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only the building of a release needs it

    # The library's temporary files would stand outside the release, and it is not quiet where it cannot write.
    content = BytesIO()
    book = _Book(Workbook(content, {"in_memory": True}))
    book.workbook.set_properties({"title": metadata.title, "author": metadata.author, "created": EPOCH})
    book.introduce(tables, metadata)
    book.add(COLUMNS, dict.fromkeys(EXPLAINED, "string"), list(_explained(tables)))
    for name, table in tables.layout.tables.items():
        book.add(name, {column.name: column.type for column in table.columns}, list(cells(tables, name)))
    book.workbook.close()
    path.write_bytes(content.getbuffer())


def _explained(tables: Tables) -> Iterator[tuple[str | None, ...]]:
    for name, table in tables.layout.tables.items():
        for column in table.columns:
            home = column.refers_to or None
            yield name, column.name, column.type, column.title, column.description, home


class _Book:
    """A workbook that is being filled, with the formats of its cells."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        self.bold = workbook.add_format({"bold": True})
        self.quoted = workbook.add_format({"quote_prefix": True})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.writers: dict[str, Callable[[Any, int, int, Any], None]] = {
            "string": self._write_text,
            "date": self._write_day,
            "boolean": _write_truth,
            "integer": _write_number,
            "number": _write_number,
        }

    def introduce(self, tables: Tables, metadata: Metadata) -> None:
        """Add the sheet that says what the workbook is, how to read it, and what its sheets hold."""
        sheet = self.workbook.add_worksheet(INTRODUCTION)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 110)
        lines = list(_introduction(metadata))
        for row, (head, text) in enumerate(lines):
            sheet.write_string(row, 0, head, self.bold)
            sheet.write_string(row, 1, text, self.wrapped)
        for row, (name, what) in enumerate(_sheets(tables), len(lines) + 1):
            sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
            sheet.write_string(row, 1, what, self.wrapped)

    def add(self, name: str, types: dict[str, str], rows: list[tuple[Any, ...]]) -> None:
        """Add a sheet with a header; `types` gives the type of each column in order."""
        if len(rows) >= MOST_ROWS:
            raise BrokenRowError(f"table {name}: {len(rows)} rows are more than the {MOST_ROWS - 1} that a sheet holds")
        sheet = self.workbook.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(types) - 1)
        for place, (column, kind) in enumerate(types.items()):
            sheet.write_string(0, place, column, self.bold)
            write_cell = self.writers[kind]
            width = len(column) + 4
            for number, row in enumerate(rows, 1):
                if (value := row[place]) is not None:
                    write_cell(sheet, number, place, value)
                    width = max(width, _width(value))
            sheet.set_column(place, place, min(max(width, NARROWEST), WIDEST))

    def _write_text(self, sheet: Any, row: int, place: int, text: str) -> None:
        if len(text) > LONGEST_TEXT // 2 and len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            raise BrokenRowError(f"table {sheet.name}: row {row} has a text longer than the {LONGEST_TEXT} of a cell")
        if text.startswith("<r>") and text.endswith("</r>"):
            # The library takes this for markup of its own making; letter by letter it is text.
            sheet.write_rich_string(row, place, *text)
        else:
            sheet.write_string(row, place, text, self.quoted if text.startswith(LIKE_A_FORMULA) else None)

    def _write_day(self, sheet: Any, row: int, place: int, day: str) -> None:
        if day < FIRST_DAY:
            sheet.write_string(row, place, day)
        else:
            sheet.write_datetime(row, place, date.fromisoformat(day), self.day)


def _write_truth(sheet: Any, row: int, place: int, value: bool) -> None:  # noqa: FBT001 - the value of a cell
    sheet.write_boolean(row, place, value)


def _write_number(sheet: Any, row: int, place: int, value: float) -> None:
    sheet.write_number(row, place, _Exact(value) if isinstance(value, float) else value)


def _width(value: Any) -> int:
    text = str(value)[:WIDEST]
    return len(text) + 1 if text.isascii() else sum(2 if sign > "\u2e7f" else 1 for sign in text) + 1


def _introduction(metadata: Metadata) -> Iterator[tuple[str, str]]:
    yield "Title", metadata.title
    yield "Version", metadata.version
    yield "What it is", metadata.description
    yield "Licence", "; ".join(f"{licence['title']} ({licence['path']})" for licence in metadata.licenses)
    yield "Cite as", cite_as(metadata)
    for position, line in enumerate(READING):
        yield "" if position else "How to read it", line


def _sheets(tables: Tables) -> Iterator[tuple[str, str]]:
    yield COLUMNS, "Every column of every sheet, with its meaning."
    for name, table in tables.layout.tables.items():
        yield name, f"{table.title} ({len(tables.rows[name])} rows). {table.description}"
