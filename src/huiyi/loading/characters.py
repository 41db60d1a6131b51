"""Look through the raw text of a file, comments too, for characters that deceive the eye or a program."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from huiyi.findings import Position
from huiyi.loading.flaws import MAXIMUM_FLAWS, Flaw
from huiyi.values.text import find_refused, find_unnormalised, is_harmless, name_character

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTE_ORDER_MARK = "\ufeff"


def decode(raw: bytes) -> str | Flaw:
    """Read bytes as UTF-8, or say where that fails."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return Flaw("not-utf-8", message, "save the file as UTF-8", position)


def check_characters(text: str) -> list[Flaw]:
    """Find what may stand nowhere in a file: at most one flaw of a kind for each line, and 20 in all.

    Spaces other than U+0020 are left to the reading, which knows the fields that allow them.
    """
    if is_harmless(text) and is_normalized("NFC", text):
        return []
    return list(islice(_find_flaws(text), MAXIMUM_FLAWS))


def describe_character(character: str, more: int, position: Position) -> Flaw:
    """Make the flaw of a refused character; `more` counts those that follow on its line."""
    message = f"{name_character(character)} may not stand here" + (f" (and {more} more)" if more else "")
    hint = "use spaces" if character == "\t" else "remove it, or write what it stands for"
    return Flaw("forbidden-character", message, hint, position)


def _find_flaws(text: str) -> Iterator[Flaw]:
    if text.startswith(BYTE_ORDER_MARK):
        yield Flaw("byte-order-mark", "the file begins with a byte order mark", "save it as UTF-8 without one")
        text = " " + text[1:]  # keeps the columns
    if "\r" in text:
        yield _describe_returns(text)
        text = text.replace("\r", " ")
    for number, line in enumerate(text.split("\n"), 1):
        yield from _find_in_line(line, number)


def _describe_returns(text: str) -> Flaw:
    first = text.index("\r")
    position = Position(text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first))
    message = f"carriage returns in this file: {text.count(chr(13))}"
    return Flaw("carriage-return", message, "end lines with a line feed alone (LF)", position)


def _find_in_line(line: str, number: int) -> Iterator[Flaw]:
    if not is_harmless(line):
        refused = list(find_refused(line))
        if refused:
            yield describe_character(line[refused[0]], len(refused) - 1, Position(number, refused[0] + 1))
    index = find_unnormalised(line)
    if index is not None:
        message = f"from {name_character(line[index])} on, the text is not in normalisation form C"
        yield Flaw("not-nfc", message, "write the composed character", Position(number, index + 1))
