"""How much of a source is transcribed: lines that are cited, that hold no data, that nobody accounts for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from huiyi.evidence.texts import SourceText

LONGEST_UNCITED = 40
"""How many characters of a line may stand uncited in a row before they are listed."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Part of a line that no passage covers: character offsets into the whole text, and the line's number."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class CharactersCited:
    """The finer measure: for each line with data the share of its characters that passages cover, 0 to 1.

    White space does not count. `stretches` are the uncited parts longer than LONGEST_UNCITED characters.
    """

    shares: Mapping[int, float]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known of each line of a source, as line numbers from 1; blank lines are in `blank` alone."""

    line_count: int
    cited: frozenset[int]
    no_data: frozenset[int]
    blank: frozenset[int]
    characters_cited: CharactersCited | None = None

    @property
    def unaccounted(self) -> frozenset[int]:
        """The lines that no record cites and no declaration empties."""
        return frozenset(range(1, self.line_count + 1)) - self.cited - self.no_data - self.blank

    @property
    def printed_count(self) -> int:
        """How many lines are not blank."""
        return self.line_count - len(self.blank)

    @property
    def accounted_count(self) -> int:
        """How many of those are accounted for."""
        return self.printed_count - len(self.unaccounted)

    @property
    def contradicted(self) -> frozenset[int]:
        """The lines that are declared to hold no data and are cited all the same."""
        return self.cited & self.no_data


def coverage(
    line_count: int,
    cited: Iterable[tuple[int, int]],
    no_data: Iterable[tuple[int, int]],
    blank: Iterable[tuple[int, int]] | None = None,
) -> Coverage:
    """Account for every line of a source of `line_count` lines from ranges (first, last), both included.

    `blank` are the lines without print, as the entry of the source in the lock has them; None where they are
    not known, so that they count like any other line. What lies outside the source is ignored.
    """
    empty = _lines(blank or (), line_count)
    return Coverage(line_count, _lines(cited, line_count) - empty, _lines(no_data, line_count) - empty, empty)


def with_characters(measured: Coverage, text: SourceText, spans: Iterable[tuple[int, int]]) -> Coverage:
    """Return a coverage with the finer measure, from the offsets (start, end) of all located passages."""
    covered = _merged(spans)
    shares: dict[int, float] = {}
    stretches: list[Stretch] = []
    done = 0
    for line in range(1, text.line_count + 1):
        start, end = text.span(line, line)
        while done < len(covered) and covered[done][1] <= start:
            done += 1
        if line in measured.blank or line in measured.no_data:
            continue
        gaps = _gaps(start, end, covered, done)
        printed = _print(text.text[start:end])
        uncited = sum(_print(text.text[left:right]) for left, right in gaps)
        shares[line] = 1 - uncited / printed if printed else 1.0
        stretches += [Stretch(*bare, line) for gap in gaps if _is_long(bare := _trimmed(text.text, *gap))]
    return replace(measured, characters_cited=CharactersCited(shares, tuple(stretches)))


def ranges(lines: Iterable[int]) -> list[tuple[int, int]]:
    """Return line numbers as sorted ranges (first, last), both included."""
    joined: list[tuple[int, int]] = []
    for line in sorted(set(lines)):
        if joined and joined[-1][1] == line - 1:
            joined[-1] = (joined[-1][0], line)
        else:
            joined.append((line, line))
    return joined


def compact(lines: Iterable[int]) -> str:
    """Write line numbers as a curator would: `1-2, 4`."""
    return ", ".join(f"{first}-{last}" if first < last else f"{first}" for first, last in ranges(lines))


def draw(measured: Coverage) -> str:
    """Draw a coverage for a terminal: the share, then a row for each kind of line that occurs."""
    printed, accounted = measured.printed_count, measured.accounted_count
    # Rounded down: what is not complete must not read as 100 %.
    tenths = accounted * 1000 // printed if printed else 1000
    rows = [f"{tenths / 10:g} % ({accounted} of {printed} lines)"]
    kinds = {
        "cited": measured.cited,
        "no data": measured.no_data,
        "blank": measured.blank,
        "unaccounted": measured.unaccounted,
        "contradicted": measured.contradicted,
    }
    rows += [f"{kind:<12} {compact(lines)}" for kind, lines in kinds.items() if lines]
    if measured.characters_cited and measured.characters_cited.stretches:
        uncited = measured.characters_cited.stretches
        rows.append(f"{'uncited part':<12} {compact(stretch.line for stretch in uncited)}")
    return "\n".join(rows)


def _lines(line_ranges: Iterable[tuple[int, int]], line_count: int) -> frozenset[int]:
    """Return the lines of ranges; the bounds are clipped first, as a record may state any number."""
    clipped = ((max(1, first), min(last, line_count)) for first, last in line_ranges)
    return frozenset(line for first, last in clipped for line in range(first, last + 1))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans sorted, the overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _gaps(start: int, end: int, covered: list[tuple[int, int]], first: int) -> list[tuple[int, int]]:
    """Return the parts between two offsets that no span covers; `first` is the first span to look at."""
    gaps, at = [], start
    for index in range(first, len(covered)):
        left, right = covered[index]
        if left >= end:
            break
        if left > at:
            gaps.append((at, left))
        at = max(at, right)
    return [*gaps, (at, end)] if at < end else gaps


def _print(words: str) -> int:
    """Count the characters that are no white space."""
    return len("".join(words.split()))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the white space at its ends."""
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def _is_long(span: tuple[int, int]) -> bool:
    return span[1] - span[0] > LONGEST_UNCITED
