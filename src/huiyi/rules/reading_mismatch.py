"""The characters of a name cannot be read as its pinyin."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from huiyi.evidence.flowing import HAN
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

_CHARACTERS = re.compile(f"[{HAN}]+")
_LETTERS = re.compile("[a-z]+")
_PUNCTUATION = re.compile("[\\W_]")


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where no full pinyin form reads as the characters do.

    It lies on the characters; where several forms of them agree against one pinyin, on the pinyin.
    """
    characters = _forms(record, ("hanzi-simplified", "hanzi-traditional"), _CHARACTERS)
    sounds = _forms(record, ("pinyin",), _LETTERS)
    if not characters or not sounds:
        return
    wrong = [place for place, text in characters.items() if not any(_reads(text, sound) for sound in sounds.values())]
    names = record.data["names"]
    is_pinyin_alone = len(wrong) > 1 and len(wrong) == len(characters) and len(sounds) == 1
    for place in sounds if is_pinyin_alone else wrong:
        written = names[wrong[0] if is_pinyin_alone else place]["text"]
        read = names[next(iter(sounds))]["text"]
        message = f"'{escape(written, 60)}' cannot be read '{escape(read, 60)}'"
        yield Fault(
            message,
            ("names", place, "text"),
            "correct one of the two, or record a rare reading as an anomaly",
        )


def _forms(record: Record, systems: tuple[str, ...], whole: re.Pattern[str]) -> Mapping[int, str]:
    """Give the full names in some systems by their position, without tones, case and punctuation.

    A name that mixes digits or other letters in can be read in too many ways to be judged.
    """
    forms = {}
    for place, name in enumerate(record.data.get("names", ())):
        if name["system"] in systems and name["form"] == "full":
            text = _PUNCTUATION.sub("", _plain(name["text"]))
            if whole.fullmatch(text):
                forms[place] = text
    return forms


def _plain(text: str) -> str:
    rounded = unicodedata.normalize("NFC", text).casefold()
    for umlaut in "üǖǘǚǜ":
        rounded = rounded.replace(umlaut, "v")
    return "".join(letter for letter in unicodedata.normalize("NFD", rounded) if not unicodedata.combining(letter))


def _reads(characters: str, sound: str) -> bool:
    """Say whether a sound is made of one reading for each character, in order."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its dictionaries take long to load

    ends = {0}
    for character in characters:
        readings = set(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
        readings |= {reading.replace("v", "u") for reading in readings}
        if character == "儿":
            readings.add("r")
        ends = {end + len(reading) for end in ends for reading in readings if sound.startswith(reading, end)}
    return len(sound) in ends
