"""Look into values for what their field or their escapes decide: wide spaces, characters behind escapes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from huiyi.findings import Position
from huiyi.loading.characters import describe_character
from huiyi.loading.escapes import decode_escapes, move
from huiyi.loading.flaws import Flaw
from huiyi.values.text import find_refused, find_wide_spaces, is_harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a value stands in its file: offsets of its first character and behind its last, and position."""

    begin: int
    end: int
    position: Position


def check_escapes(text: str, value: str, stretch: Stretch, *, is_free: bool) -> Iterator[Flaw]:
    """Check a double-quoted value for characters that stand in it only as escapes; yields one flaw at most.

    `is_free` says that its field holds what a source prints, where wide spaces may stand.
    """
    if is_harmless(value) and is_normalized("NFC", value):
        return
    source = text[stretch.begin : stretch.end]
    for offset, character in decode_escapes(source):
        wide = () if is_free else find_wide_spaces(character)
        if any(True for _ in find_refused(character)) or any(True for _ in wide):
            yield describe_character(character, 0, move(stretch.position, source, offset))
            return
    if not is_normalized("NFC", value):
        message = "with its escapes read, the value is not in normalisation form C"
        yield Flaw("not-nfc", message, "write the composed character", stretch.position)


def check_spaces(text: str, free: Sequence[Stretch]) -> Iterator[Flaw]:
    """Find wide spaces, in comments too, outside the `free` stretches (in file order); one flaw a line."""
    begins = [stretch.begin for stretch in free]

    def is_free(index: int) -> bool:
        nearest = bisect_right(begins, index) - 1
        return nearest >= 0 and index < free[nearest].end

    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        columns = [column for column in find_wide_spaces(line) if not is_free(offset + column)]
        if columns:
            yield describe_character(line[columns[0]], len(columns) - 1, Position(number, columns[0] + 1))
        offset += len(line) + 1
