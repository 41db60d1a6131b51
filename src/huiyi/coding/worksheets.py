"""Makes the sheet that a second reader fills in without seeing the codes, and takes it back filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from huiyi.coding.answers import NONE, Refused, code_of, possible
from huiyi.coding.codes import Place, coded_parts, field_of, passage_of
from huiyi.coding.pairing import by_place, paired, settled_of
from huiyi.coding.sheets import OPEN, Row
from huiyi.values.comma_separated import NotCommaSeparatedError, read_cells, write_cells
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from huiyi.coding.codes import Coded
    from huiyi.corpus import Corpus
    from huiyi.schemas import Field, Node

COLUMNS = ("record", "part", "lines", "from", "to", "number", "says", "passages", "field", "possible", "code")
BETWEEN, WITHIN = " / ", "; "


class WorksheetError(Exception):
    """A filled worksheet cannot be taken: the message says on which line and why."""


class Key(NamedTuple):
    """What names a part in a worksheet: its record, the keys that lead to it, its first passage, and its number."""

    record: str
    part: str
    lines: str
    first: str
    last: str
    number: str


class Answer(NamedTuple):
    """What a reader gave for a field, and the line of the worksheet, from 1."""

    code: str
    line: int


def blank_worksheet(corpus: Corpus, source: str, rows: Sequence[Row]) -> str:
    """Give a worksheet as CSV, a row for each field of each part that cites a source first and has not been coded.

    It shows what the part says apart from its codes, so that a reader knows which fact of the passage is meant, every
    passage that it cites, and what may be answered.
    """
    lines = (
        (*key, _says(part.node), _passages(part), field, possible(field_of(part.node.shape, field)), "")
        for key, part in _uncoded(corpus, source, rows).items()
        for field in part.node.shape.codes
    )
    return "".join(write_cells([COLUMNS, *lines]))


def _uncoded(corpus: Corpus, source: str, rows: Sequence[Row]) -> Mapping[Key, Coded]:
    """Give the parts of a source that nobody has coded a second time, by what names them in a worksheet."""
    done = by_place(rows)
    found: dict[Key, Coded] = {}
    for place, parts in coded_parts(corpus).items():
        coded = done.get(place, {})
        left = paired(parts, settled_of(coded)).uncoded if parts[0].source == source else []
        for number, part in enumerate(left, max(coded, default=0) + 1):
            found[Key(place.record, place.part, *passage_of(part.passages[0]), str(number))] = part
    return found


def _says(node: Node) -> str:
    """Give what a part and those around it say that is neither a code nor printed."""
    around: list[str] = []
    here: Node | None = node
    while here is not None:
        own = [str(value) for field, _, value in here.values if _is_shown(here, field)]
        around = [WITHIN.join(own), *around]
        here = here.parent
    return BETWEEN.join(filter(None, around))


def _is_shown(node: Node, field: Field) -> bool:
    is_identity = bool(field.refers_to) and field.key in node.shape.fields
    return (field.is_own_text or is_identity) and field.key not in (*node.shape.codes, "reason", "note")


def _passages(part: Coded) -> str:
    """Give every passage of a part in a line."""
    cells = ((item["source"], *passage_of(item)) for item in part.passages)
    return BETWEEN.join(
        f"{source} {lines}" + (f": {first} … {last}" if first else "") for source, lines, first, last in cells
    )


def coded_anew(corpus: Corpus, source: str, rows: Sequence[Row], sheet: str) -> tuple[Row, ...]:
    """Give the rows for the parts of a filled worksheet, settled where both readers agree and open elsewhere.

    Raises WorksheetError where the sheet is not of the form of `blank_worksheet`, is about parts that are not to be
    coded, leaves out a field, or has an answer that is no code.
    """
    uncoded = _uncoded(corpus, source, rows)
    filled = _read_filled(sheet)
    for key, answers in filled.items():
        if key not in uncoded:
            line = min(answer.line for answer in answers.values())
            raise WorksheetError(f"line {line}: {_unknown_part(key, source, corpus)}")
    if not any(answer.code.strip() for answers in filled.values() for answer in answers.values()):
        raise WorksheetError(f"no row has a code; write '{NONE}' where the passage has none")
    return tuple(row for key, answers in filled.items() for row in _rows(key, uncoded[key], answers, corpus))


def _unknown_part(key: Key, source: str, corpus: Corpus) -> str:
    shown = escape(f"{key.record} {key.part}".strip(), 120)
    sources = {place.source or parts[0].source for place, parts in coded_parts(corpus).items() if _is_at(place, key)}
    if not sources:
        passage = escape(f"{key.lines} {key.first} … {key.last}", 120)
        return f"no part of the records is '{shown}' and cites '{passage}' first"
    if source not in sources:
        return f"'{shown}' is to be coded with {min(sources)}"
    return f"'{shown}' has been coded before; leave its rows out"


def _is_at(place: Place, key: Key) -> bool:
    """Say whether a worksheet names a place, of which that of a part in no list tells no passage."""
    passage = place.lines, place.first, place.last
    return place[:2] == key[:2] and (passage == key[2:5] or not place.lines)


def _rows(key: Key, part: Coded, answers: Mapping[str, Answer], corpus: Corpus) -> Iterator[Row]:
    known = part.node.shape.codes
    for field, answer in answers.items():
        if field not in known:
            hint = nearest(field, known)
            told = f"'{escape(field, 60)}' is not coded in such a part"
            raise WorksheetError(f"line {answer.line}: {told}" + (f" ({hint})" if hint else ""))
    line = min(answer.line for answer in answers.values())
    if missing := [field for field in known if field not in answers]:
        raise WorksheetError(f"line {line}: the part has no row for '{missing[0]}'; give all rows of it, or none")
    is_coded = False
    for field in known:
        code = code_of(answers[field].code, field_of(part.node.shape, field), corpus)
        if isinstance(code, Refused):
            hint = f" ({code.hint})" if code.hint else ""
            raise WorksheetError(f"line {answers[field].line}: {code.message}{hint}")
        first = part.codes.get(field, "")
        if first or code:
            is_coded = True
            yield Row(part.place, int(key.number), field, first, code, first if first == code else OPEN)
    if not is_coded:
        yield Row(part.place, int(key.number), "", "", "", "")


def _read_filled(sheet: str) -> Mapping[Key, Mapping[str, Answer]]:
    found: dict[Key, dict[str, Answer]] = {}
    is_headed = False
    try:
        for line, cells in read_cells(sheet.removeprefix("\ufeff")):
            if not is_headed:
                _check_heading(cells)
                is_headed = True
            elif any(cell.strip() for cell in cells):
                _take(cells, line, found)
    except NotCommaSeparatedError as error:
        raise WorksheetError(f"line {error.line}: {error}") from None
    if not is_headed:
        raise WorksheetError("the worksheet is empty; 'huiyi worksheet' prints one")
    return found


def _check_heading(cells: Sequence[str]) -> None:
    if tuple(cells) == COLUMNS:
        return
    shown = escape(", ".join(cells), 120)
    cure = "save it with commas between the cells" if len(cells) == 1 else "keep the columns as they were printed"
    raise WorksheetError(f"line 1: the columns are '{shown}' and not '{', '.join(COLUMNS)}'; {cure}")


def _take(cells: Sequence[str], line: int, found: dict[Key, dict[str, Answer]]) -> None:
    if len(cells) != len(COLUMNS):
        raise WorksheetError(f"line {line}: {len(cells)} cells where there are {len(COLUMNS)} columns")
    if any("\n" in cell or "\r" in cell for cell in cells):
        raise WorksheetError(f"line {line}: a cell goes over more than one line")
    *key, _, _, field, _, code = cells
    answers = found.setdefault(Key(*key), {})
    if field in answers:
        raise WorksheetError(
            f"line {line}: '{escape(field, 60)}' of this part stands on line {answers[field].line} too"
        )
    answers[field] = Answer(code, line)
