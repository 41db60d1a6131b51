"""Holds the records against what was settled between two readers, and counts how far they had agreed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.coding.agreement import Readings
from huiyi.coding.codes import coded_parts, passage_of, route_of
from huiyi.coding.pairing import by_place, paired, settled_of
from huiyi.coding.sheets import MALFORMED, OPEN, coding_path
from huiyi.findings import Fault, Finding, placed
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from huiyi.coding.codes import Coded, Place
    from huiyi.coding.pairing import Numbered, Paired, Settled
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
    parts = coded_parts(corpus)
    known = {source.id for source in corpus.by_kind["source"]}
    strays = {row.source for row in rows if row.source not in known and not corpus.is_unread(row.source)}
    rows = [row for row in rows if row.source not in strays]
    findings = [_sourceless(source, known) for source in sorted(strays)]
    every = by_place(rows)
    pairings = {
        place: paired(parts.get(place, ()), settled_of(every.get(place, {})))
        for place in dict.fromkeys((*parts, *every))
    }
    for place, coded in every.items():
        findings += _at_place(corpus, pairings[place], coded)
    findings += map(_unplaced, _lost(corpus, pairings, every))
    return findings, tuple(_tallies(parts, pairings, rows))


def _at_place(corpus: Corpus, pairing: Paired, coded: Numbered) -> Iterator[Finding]:
    """Compare the parts at one place with what was settled there: in whatever order, the codes must be alike."""
    if not pairing.pairs:
        return
    known = pairing.pairs[0][0].node.shape.codes
    every = [row for rows in coded.values() for row in rows]
    yield from (_unknown(row, known) for row in every if row.field and row.field not in known)
    is_open = [row for row in every if row.settled == OPEN]
    yield from map(_unsettled, is_open)
    if is_open:
        return
    settled = settled_of(coded)
    for part, number in pairing.pairs:
        for field in known:
            wanted, code = settled[number].get(field, ""), part.codes.get(field, "")
            if wanted != code:
                yield _differing(corpus, part, field, wanted, coded[number])


def _lost(corpus: Corpus, pairings: Mapping[Place, Paired], every: Mapping[Place, Numbered]) -> Iterator[Row]:
    """Give the first row of each coded part that is not at its place, unless one with its codes cites the same lines.

    Such a one is it: its passage was cut anew, or its passages were put in another order.
    """
    strangers: dict[tuple[str, str], list[Coded]] = defaultdict(list)
    lost: list[tuple[Row, Settled]] = []
    for place, pairing in pairings.items():
        strangers[place.record, place.part] += pairing.uncoded
        settled = settled_of(every.get(place, {}))
        lost += [(every[place][number][0], settled[number]) for number in pairing.lost]
    for row, codes in sorted(lost, key=lambda one: (one[0].path, one[0].line)):
        near = strangers[row.place.record, row.place.part]
        at = next((at for at, part in enumerate(near) if part.codes == codes and _cites_lines(part, row)), None)
        if at is not None:
            near.pop(at)
        elif not corpus.is_unread(row.place.record):
            yield row


def _cites_lines(part: Coded, row: Row) -> bool:
    return any(item["source"] == row.source and passage_of(item)[0] == row.place.lines for item in part.passages)


def _differing(corpus: Corpus, part: Coded, field: str, wanted: str, rows: Sequence[Row]) -> Finding:
    own = [row for row in rows if row.field == field]
    where = (own or rows)[0]
    message = (
        f"'{field}' is {_shown(part.codes.get(field, ''))}, where two readers of {_passage(where)}"
        f" settled on {_shown(wanted)} ({where.path}:{where.line})"
    )
    fault = Fault(message, route_of(part.node, field), SETTLE if own else ADD)
    return placed(corpus.records[part.place.record].document, DIFFERS, fault)


def _shown(code: str) -> str:
    return f"'{escape(code, 60)}'" if code else "absent"


def _passage(row: Row) -> str:
    lines = escape(row.place.lines, 20)
    word = "lines" if "-" in lines else "line"
    return f"{escape(row.source, 60)}, {word} {lines}," if lines else "its passage"


def difference(row: Row) -> str:
    """Say what the two readers gave."""
    return (
        f"'{escape(row.field, 60)}' is {_shown(row.first)} to the first reader and {_shown(row.second)} to the second"
    )


def _sourceless(source: str, known: Collection[str]) -> Finding:
    message = f"no source is called '{escape(source, 60)}'"
    return Finding(coding_path(source), 1, 1, MALFORMED, message, nearest(source, known))


def _unsettled(row: Row) -> Finding:
    return Finding(row.path, row.line, 1, UNSETTLED, difference(row), f"put the right code in place of '{OPEN}'")


def _unknown(row: Row, known: Sequence[str]) -> Finding:
    message = f"'{escape(row.field, 60)}' is not coded in such a part"
    return Finding(row.path, row.line, 1, MALFORMED, message, nearest(row.field, known))


def _unplaced(row: Row) -> Finding:
    part = f"in '{escape(row.place.part, 60)}' of" if row.place.part else "as"
    message = f"a second reader coded a part {part} '{escape(row.place.record, 60)}' that is not there any more"
    if row.place.lines:
        message += f": nothing else there cites {_passage(row)} '{escape(row.place.first, 60)}' first"
    return Finding(row.path, row.line, 1, UNPLACED, message, RECODE, "warning")


def _tallies(
    parts: Mapping[Place, Sequence[Coded]], pairings: Mapping[Place, Paired], rows: Sequence[Row]
) -> Iterator[CodingTally]:
    pairs: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.field:
            pairs[row.source][row.field].append((row.first, row.second))
    possible = Counter(every[0].source for every in parts.values() for _ in every)
    coded = [part for pairing in pairings.values() for part, _ in pairing.pairs]
    asked = Counter((part.source, field) for part in coded for field in part.node.shape.codes)
    done = Counter(part.source for part in coded)
    for source in sorted(possible | Counter(row.source for row in rows)):
        fields = {
            field: Readings(max(asked[source, field], len(some)), tuple(some))
            for field, some in sorted(pairs[source].items())
        }
        yield CodingTally(source, possible[source], done[source], fields)
