"""Which characters a record may hold, and how any text or count is shown on one line without power over a screen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_REFUSED_AND_VISIBLE = "\u2e80-\u2fdf\ufffd"  # CJK and Kangxi radicals, the replacement character

_REFUSED = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but line feed, delete, C1
    "\xad\u180e\u200b-\u200d\u2060-\u2064\ufeff"  # soft hyphen, zero width, byte order mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional and deprecated format controls
    "\u2028\u2029"  # line and paragraph separator
    f"{_REFUSED_AND_VISIBLE}"
    "\ud800-\uf8ff\U000f0000-\U0010ffff"  # surrogates, private use
    "\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15))
    + "\U000e0000-\U000e007f]"  # noncharacters, here and at the end of each plane  # tag characters
)
_VISIBLE = re.compile(f"[{_REFUSED_AND_VISIBLE}]")
_HALF = re.compile("[\ud800-\udfff]")
_WIDE_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")

# Build services obey lines that begin with '::' and, anywhere in a line, '##[' or '##name['.
_CI_COMMAND = re.compile(r"^\s*:(?=:)|#(?=#\w*\[)")

_CONTROL_NAMES = {
    "\t": "TAB",
    "\r": "CARRIAGE RETURN",
    "\x00": "NULL",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
_CATEGORY_NAMES = {"Cc": "control character", "Co": "private use", "Cs": "surrogate", "Cn": "not a character"}
_SHORT_ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def is_harmless(text: str) -> bool:
    """Say fast that a text holds no refused character and no space but U+0020; False means: look."""
    return text.replace("\n", "").isprintable() and (text.isascii() or _VISIBLE.search(text) is None)


def find_refused(text: str) -> Iterator[int]:
    """Give the index of each character that may stand nowhere in a record."""
    return (match.start() for match in _REFUSED.finditer(text))


def find_wide_spaces(text: str) -> Iterator[int]:
    """Give the index of each space other than U+0020: no-break, ideographic and typographic spaces."""
    return (match.start() for match in _WIDE_SPACE.finditer(text))


def find_unnormalised(text: str) -> int | None:
    """Give the index of the first character that normalisation form C would change, or None.

    The prefixes are halved instead of compared with the normalised text: normalising a hostile text with long
    runs of combining marks takes quadratic time, asking whether it is normalised does not.
    """
    if unicodedata.is_normalized("NFC", text):
        return None
    sound, unsound = 0, len(text)
    while unsound - sound > 1:
        middle = (sound + unsound) // 2
        if unicodedata.is_normalized("NFC", text[:middle]):
            sound = middle
        else:
            unsound = middle
    index = sound
    while index > 0 and unicodedata.combining(text[index]):
        index -= 1
    return index


def counted(count: int, noun: str) -> str:
    """Say a count with its noun, in the plural where it is not one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def has_half_a_character(text: str) -> bool:
    """Say whether a text holds half a character, which JSON can spell and nothing can print."""
    return _HALF.search(text) is not None


def name_character(character: str) -> str:
    """Name one character in ASCII: 'U+200B ZERO WIDTH SPACE', 'U+0009 TAB', 'U+E000 (private use)'."""
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "") or _CONTROL_NAMES.get(character, "")
    return f"{number} {name}" if name else f"{number} ({_CATEGORY_NAMES[unicodedata.category(character)]})"


def escape(text: str, limit: int = 300) -> str:
    r"""Show any text on one line of at most `limit` characters, cut with '…'.

    What is not printable stands as its escape (\n, \x1b, \u202e), and commands to build services are broken.
    Printable characters, the backslash too, stay as they are, so an escaped text is not escaped again.
    """
    shown = text[: limit + 1]
    if not shown.isprintable():
        shown = "".join(map(_escape_character, shown))
    shown = _CI_COMMAND.sub(_escape_first, shown)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _escape_first(match: re.Match[str]) -> str:
    return match[0][:-1] + f"\\x{ord(match[0][-1]):02x}"


def _escape_character(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    if code > 0xFFFF:  # noqa: PLR2004 - the end of the four-digit escapes
        return f"\\U{code:08x}"
    return _SHORT_ESCAPES.get(character) or (f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}")  # noqa: PLR2004
