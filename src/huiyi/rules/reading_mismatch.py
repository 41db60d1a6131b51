"""The characters of a name cannot be read as its pinyin."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from huiyi.evidence.flowing import HAN
from huiyi.findings import Fault
from huiyi.values.readings import readings
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

_CHARACTERS = re.compile(f"[{HAN}]+")
_LETTERS = re.compile("[a-z]+")
_PUNCTUATION = re.compile("[\\W_]")


MOST_FORMS = 20
"""How many forms of each kind are compared, all with all: the thousands that a file can hold would take hours."""


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where no full pinyin form reads as the characters do.

    It lies on the characters; where several forms of them agree against one pinyin, on the pinyin.
    """
    characters = _forms(record, ("hanzi-simplified", "hanzi-traditional"), _CHARACTERS)
    sounds = _forms(record, ("pinyin",), _LETTERS)
    if not characters or not sounds:
        return
    wrong = [place for place, text in characters.items() if not _is_read(text, sounds.values(), corpus)]
    names = record.data["names"]
    is_pinyin_alone = len(wrong) > 1 and len(wrong) == len(characters) and len(sounds) == 1
    for place in sounds if is_pinyin_alone else wrong:
        written = names[wrong[0] if is_pinyin_alone else place]["text"]
        read = names[next(iter(sounds))]["text"]
        message = f"'{escape(written, 60)}' cannot be read '{escape(read, 60)}'"
        yield Fault(message, ("names", place, "text"), "correct one of the two, or record a rare reading as an anomaly")


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
    return dict(islice(forms.items(), MOST_FORMS))


def _plain(text: str) -> str:
    rounded = unicodedata.normalize("NFC", text).casefold()
    for umlaut in "üǖǘǚǜ":
        rounded = rounded.replace(umlaut, "v")
    return "".join(letter for letter in unicodedata.normalize("NFD", rounded) if not unicodedata.combining(letter))


def _is_read(characters: str, sounds: Collection[str], corpus: Corpus) -> bool:
    """Say whether one of the sounds is made of a reading of each character in order, or may be."""
    choices = [corpus.remembered((__name__, one), partial(readings, one)) for one in characters]
    return not all(choices) or any(_follows(choices, sound) for sound in sounds)


def _follows(choices: list[frozenset[str]], sound: str) -> bool:
    ends = {0}
    for few in choices:
        ends = {end + len(choice) for end in ends for choice in few if sound.startswith(choice, end)}
    return len(sound) in ends
