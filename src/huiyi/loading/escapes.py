"""Read the escapes inside double quotes one by one, so that a finding can point at the one it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)

# Of YAML's letters, those that stand for a character which a record may not hold.
_LETTERS = dict(zip("0abtvfreN_LP\t", "\0\a\b\t\v\f\r\x1b\x85\xa0\u2028\u2029\t", strict=True))


def decode_escapes(source: str) -> Iterator[tuple[int, str]]:
    """Give offset and character of each escape in a double-quoted scalar, which must be valid YAML.

    A letter that stands for a harmless character (line feed, quote, backslash) is given as itself.
    """
    for match in _ESCAPE.finditer(source):
        digits = match[1] or match[2] or match[3]
        yield match.start(), chr(int(digits, 16)) if digits else _LETTERS.get(match[4], match[4])


def move(start: Position, source: str, offset: int) -> Position:
    """Give the position of `source[offset]` when `source` begins at `start`."""
    lines = source.count("\n", 0, offset)
    if lines == 0:
        return Position(start.line, start.column + offset)
    return Position(start.line + lines, offset - source.rfind("\n", 0, offset))
