"""How Chinese characters are read in pinyin: each by itself in every way, and a text in the likeliest."""

from __future__ import annotations

import re

_SYLLABLE = re.compile("[a-zü]+")


def readings(character: str) -> frozenset[str]:
    """Give the readings of a character without tones; none where the dictionary lacks it."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its dictionaries take long to load

    found = set(pinyin(character, style=Style.NORMAL, heteronym=True)[0]) - {character}
    found |= {reading.replace("v", "u") for reading in found}
    return frozenset(found | {"r"} if character == "儿" else found)


def likely_reading(characters: str) -> tuple[str, ...]:
    """Give the syllables of a run of characters as they are likely read together; none where one has no reading."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its dictionaries take long to load

    found = lazy_pinyin(characters, style=Style.NORMAL, v_to_u=True)
    return tuple(found) if all(_SYLLABLE.fullmatch(syllable) for syllable in found) else ()
