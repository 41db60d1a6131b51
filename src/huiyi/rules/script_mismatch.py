"""The letters of a name are not those of the script or the writing system that it is said to be in."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from huiyi.evidence.flowing import HAN
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "name"

_IN_SCRIPT = {
    "Hans": re.compile(f"[{HAN}]"),
    "Hant": re.compile(f"[{HAN}]"),
    "Hani": re.compile(f"[{HAN}]"),
    "Cyrl": re.compile("[\u0400-\u04ff]"),
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
_SCRIPT_OF = {
    "hanzi-simplified": "Hani",
    "hanzi-traditional": "Hani",
    "pinyin": "Latn",
    "wade-giles": "Latn",
    "postal": "Latn",
}
_SCRIPT_NAME = {"Hans": "Chinese", "Hant": "Chinese", "Hani": "Chinese", "Cyrl": "Cyrillic", "Latn": "Latin"}
_NO_PINYIN_MARK = re.compile("(?![\u0300\u0301\u0304\u0308\u030c])[\u0300-\u036f]")
_NO_LATIN_LETTER = re.compile("(?![A-Za-z])[^\\W\\d_]")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where script or system and the text of the name disagree."""
    name = node.value
    text, system = name["text"], name["system"]
    reason = _against_system(text, system, is_damaged=name["form"] == "damaged")
    if reason is None and "script" in name and not _IN_SCRIPT[name["script"]].search(text):
        reason = f"is in the script {name['script']} and has no {_SCRIPT_NAME[name['script']]} letter"
    if reason is not None:
        yield Fault(
            f"'{escape(text, 60)}' {reason}",
            (*node.route, "text"),
            "correct the system, the script or the text",
        )


def _is_chinese(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(_IN_SCRIPT["Hani"].match(letter) for letter in letters)


def _against_system(text: str, system: str, *, is_damaged: bool) -> str | None:
    script = _SCRIPT_OF.get(system)
    if script is None:
        return f"is given as {escape(system, 60)} and is all Chinese characters" if _is_chinese(text) else None
    if not _IN_SCRIPT[script].search(text):
        return f"is given as {system} and has no {_SCRIPT_NAME[script]} letter"
    if script == "Hani" or is_damaged:
        return None
    bare = unicodedata.normalize("NFD", text)
    foreign = _NO_LATIN_LETTER.search("".join(letter for letter in bare if not unicodedata.combining(letter)))
    if foreign:
        return f"is given as {system} and holds '{foreign[0]}', which is no Latin letter"
    mark = _NO_PINYIN_MARK.search(bare) if system == "pinyin" else None
    if mark:
        letter = unicodedata.normalize("NFC", bare[mark.start() - 1 : mark.end()])
        return f"is given as pinyin, which has no '{letter}'"
    return None
