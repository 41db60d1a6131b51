"""Holds the records against what was settled between two readers, and counts how far they had agreed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.coding.agreement import Readings
from huiyi.coding.codes import coded_parts, route_of
from huiyi.coding.sheets import MALFORMED, OPEN
from huiyi.findings import Fault, Finding, placed
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from huiyi.coding.codes import Coded, Place
    from huiyi.coding.sheets import Row
    from huiyi.corpus import Corpus

DIFFERS = "second-coding-differs"
UNPLACED = "second-coding-unplaced"
UNSETTLED = "second-coding-unsettled"

SETTLE = "mend the record; if it is right, put its code under 'settled' there"
ADD = "mend the record; if it is right, add a row for the field there"
RECODE = "name the passage that it cites now, or take the lines out and code the part anew with 'huiyi worksheet'"


@dataclass(frozen=True)
class CodingTally:
    """What the second coding of one source came to: its parts that can be coded, those coded, readings by field."""

    source: str
    parts: int
    coded: int
    fields: Mapping[str, Readings]


def check_coding(corpus: Corpus, rows: Sequence[Row]) -> tuple[list[Finding], tuple[CodingTally, ...]]:
    """Give a finding for each code that is not the settled one, or cannot be compared; and count by source.

    About a record whose own file failed nothing is said.
    """
    parts: dict[Place, list[Coded]] = defaultdict(list)
    for part in coded_parts(corpus):
        parts[part.place].append(part)
    settled: dict[Place, list[Row]] = defaultdict(list)
    for row in rows:
        settled[row.place].append(row)
    findings: list[Finding] = []
    for place, coded in settled.items():
        findings += [_unsettled(row) for row in coded if row.settled == OPEN]
        if place in parts:
            known = parts[place][0].node.shape.codes
            findings += [_unknown(row, known) for row in coded if row.field and row.field not in known]
            findings += _differing(corpus, parts[place], coded)
        elif not corpus.is_unread(place.record):
            findings.append(_unplaced(place, coded[0]))
    return findings, tuple(_tallies(parts, rows))


def _differing(corpus: Corpus, parts: Sequence[Coded], rows: Sequence[Row]) -> Iterator[Finding]:
    """Compare parts that cite one passage with what was settled there: in whatever order, the codes must be alike."""
    if any(row.settled == OPEN for row in rows):
        return
    wanted: dict[str, list[str]] = defaultdict(list)
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.settled:
            wanted[row.field].append(row.settled)
    for part in parts:
        for field, code in part.codes.items():
            found[field].append(code)
    for field in parts[0].node.shape.codes:
        if sorted(wanted[field]) == sorted(found[field]):
            continue
        lacking = list((Counter(wanted[field]) - Counter(found[field])).elements())
        surplus = list((Counter(found[field]) - Counter(wanted[field])).elements())
        suspect = next((part for part in parts if part.codes.get(field, "") in (surplus or [""])), parts[0])
        own = [row for row in rows if row.field == field]
        where = (own or rows)[0]
        message = (
            f"'{field}' is {_shown(surplus)}, where two readers of {_passage(where)}"
            f" settled on {_shown(lacking)} ({where.path}:{where.line})"
        )
        fault = Fault(message, route_of(suspect.node, field), SETTLE if own else ADD)
        yield placed(corpus.records[suspect.place.record].document, DIFFERS, fault)


def _shown(codes: Sequence[str]) -> str:
    return ", ".join(f"'{escape(code, 60)}'" for code in codes) or "absent"


def _passage(row: Row) -> str:
    lines = escape(row.place.lines, 20)
    word = "lines" if "-" in lines else "line"
    return f"{escape(row.source, 60)}, {word} {lines}," if lines else "its passage"


def _unsettled(row: Row) -> Finding:
    one, other = _shown([row.first] if row.first else []), _shown([row.second] if row.second else [])
    message = f"'{escape(row.field, 60)}' is {one} to the first reader and {other} to the second"
    return Finding(row.path, row.line, 1, UNSETTLED, message, f"put the right one in place of '{OPEN}'")


def _unknown(row: Row, known: Sequence[str]) -> Finding:
    message = f"'{escape(row.field, 60)}' is not coded in such a part"
    return Finding(row.path, row.line, 1, MALFORMED, message, nearest(row.field, known))


def _unplaced(place: Place, row: Row) -> Finding:
    part = f"in '{escape(place.part, 60)}' of" if place.part else "as"
    message = f"a second reader coded a part {part} '{escape(place.record, 60)}' that is not there any more"
    if place.lines:
        message += f": nothing there cites {_passage(row)} '{escape(place.first, 60)}' first"
    return Finding(row.path, row.line, 1, UNPLACED, message, RECODE, "warning")


def _tallies(parts: Mapping[Place, Sequence[Coded]], rows: Sequence[Row]) -> Iterator[CodingTally]:
    coded_places = {row.place for row in rows}
    possible = Counter(part.source for every in parts.values() for part in every)
    coded = [part for place, every in parts.items() if place in coded_places for part in every]
    for source in sorted(possible | Counter(row.source for row in rows)):
        own = [part for part in coded if part.source == source]
        asked = Counter(field for part in own for field in part.node.shape.codes)
        pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in rows:
            if row.source == source and row.field:
                pairs[row.field].append((row.first, row.second))
        fields = {field: Readings(max(asked[field], len(pairs[field])), tuple(pairs[field])) for field in sorted(pairs)}
        yield CodingTally(source, possible[source], len(own), fields)
