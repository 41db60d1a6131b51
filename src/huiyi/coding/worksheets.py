"""Makes the sheet that a second reader fills in without seeing the codes, and takes it back filled in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.coding.codes import YES, Place, coded_parts, is_sentence
from huiyi.coding.sheets import OPEN, Row
from huiyi.values.comma_separated import NotCommaSeparatedError, read_cells, write_cells
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from huiyi.coding.codes import Coded
    from huiyi.corpus import Corpus
    from huiyi.schemas import Field, Node

COLUMNS = ("record", "part", "lines", "from", "to", "says", "field", "code")
BETWEEN = "; "


class WorksheetError(Exception):
    """A filled worksheet cannot be taken: the message says on which line and why."""


class Codes(NamedTuple):
    """The codes that a worksheet has for one place: for each field those of its parts, in their order."""

    line: int
    by_field: defaultdict[str, list[str]]


def blank_worksheet(corpus: Corpus, source: str, rows: Sequence[Row]) -> str:
    """Give a worksheet as CSV, a row for each field of each part that cites a source and has not been coded.

    It shows what the part says apart from its codes, so that a reader knows which fact of the passage is meant.
    """
    done = {row.place for row in rows}
    rows_left = (
        (part.place.record, part.place.part, *part.passage, _says(part.node), field, "")
        for part in coded_parts(corpus)
        if part.source == source and part.place not in done
        for field in part.node.shape.codes
    )
    return "".join(write_cells([COLUMNS, *rows_left]))


def _says(node: Node) -> str:
    """Give what a part and those around it say that is neither a code nor printed."""
    around: list[str] = []
    here: Node | None = node
    while here is not None:
        own = [str(value) for field, _, value in here.values if _is_shown(here, field)]
        around = [BETWEEN.join(own), *around]
        here = here.parent
    return " / ".join(filter(None, around))


def _is_shown(node: Node, field: Field) -> bool:
    is_identity = bool(field.refers_to) and field.key in node.shape.fields
    return (field.is_own_text or is_identity) and field.key not in (*node.shape.codes, "reason", "note")


def coded_anew(corpus: Corpus, source: str, rows: Sequence[Row], sheet: str) -> list[Row]:
    """Give the rows of a source with those of a filled worksheet, settled where both readers agree and open elsewhere.

    Raises WorksheetError where the sheet is not of the form of `blank_worksheet` or is about parts that are not there.
    """
    parts: dict[Place, list[Coded]] = defaultdict(list)
    for part in coded_parts(corpus):
        if part.source == source:
            parts[part.place].append(part)
    filled = _read_filled(sheet, parts)
    former = defaultdict(list)
    for row in rows:
        if row.source == source:
            former[row.place].append(row)
    for place, codes in filled.items():
        if place not in parts:
            told = escape(f"{place.record} {place.part} {place.lines}", 120)
            raise WorksheetError(f"line {codes.line}: no part of the records is '{told}'")
    found: list[Row] = []
    for place, those in parts.items():
        found += list(_paired(place, those, filled[place])) if place in filled else former[place]
    return found + [row for place, kept in former.items() if place not in parts for row in kept]


def _paired(place: Place, parts: Sequence[Coded], codes: Codes) -> Iterator[Row]:
    for number, part in enumerate(parts):
        pairs = {
            field: (part.codes.get(field, ""), _as_coded(part.node, field, codes.by_field.get(field, ()), number))
            for field in part.node.shape.codes
        }
        given = {field: pair for field, pair in pairs.items() if any(pair)}
        for field, (first, second) in given.items():
            yield Row(place, field, first, second, first if first == second else OPEN)
        if not given:
            yield Row(place, "", "", "", "")


def _as_coded(node: Node, field: str, codes: Sequence[str], number: int) -> str:
    """Give the code of a reader as a record would have it: none for the usual value, `yes` for words of our own."""
    code = codes[number].strip() if number < len(codes) else ""
    *outer, key = field.split(".")
    shape = node.shape
    for step in outer:
        shape = shape.objects[step]
    if code == str(shape.defaults.get(key, "")):
        return ""
    return YES if code and is_sentence(shape.fields[key]) else code


def _read_filled(sheet: str, parts: Collection[Place]) -> Mapping[Place, Codes]:
    if not sheet:
        raise WorksheetError("line 1: the worksheet is empty; 'huiyi worksheet' prints the columns")
    found: dict[Place, Codes] = {}
    try:
        for line, cells in read_cells(sheet.removeprefix("\ufeff")):
            if line == 1:
                if tuple(cells) != COLUMNS:
                    raise WorksheetError(f"line 1: the columns of a worksheet are {', '.join(COLUMNS)}")
                continue
            if len(cells) != len(COLUMNS):
                raise WorksheetError(f"line {line}: {len(cells)} cells where there are {len(COLUMNS)} columns")
            *place, _, field, code = cells
            alone, cited = Place(*place[:2]), Place(*place)
            codes = found.setdefault(alone if alone in parts else cited, Codes(line, defaultdict(list)))
            codes.by_field[field].append(code)
    except NotCommaSeparatedError as error:
        raise WorksheetError(f"line {error.line}: {error}") from None
    return found
