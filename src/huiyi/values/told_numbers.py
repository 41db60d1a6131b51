"""The numbers that a running text tells, in English or Chinese, in figures or in words.

Small numbers are everywhere in both languages without being told (一般, one of them), and months have names in one;
so only numbers above ten are read, and none before 月. A text that tells a number vaguely (dozens, 三四十, 成千) is not
read at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SMALL: Final = 10
"""Numbers up to this one are passed over."""

_ONES: Final = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final[dict[str, float]] = {
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
_WORDS: Final = (
    {word: float(number) for number, word in enumerate(_ONES.split())}
    | {word: number * 10.0 for number, word in enumerate(_TENS.split(), 2)}
    | _ORDINALS
)
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_FIGURES: Final = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_ENGLISH: Final = re.compile(rf"{_FIGURES}|[a-z]+")
_ONE_SCALE: Final = re.compile(r"\ba (?=hundred|thousand|million|billion)")
_ENGLISH_VAGUE: Final = re.compile(
    r"\b(?:dozens?|scores?|tens|hundreds|thousands|millions|billions|teens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties"
    r"|half an?|(?:several|few|many|some) (?:hundred|thousand|million))\b|[0-9]\s*[-–—/]\s*[0-9]|[0-9]['’]?s\b"
)
_CHINESE_FIGURES: Final = "零一二三四五六七八九"
_CHINESE_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_GREAT: Final = 10_000
_CHINESE_YEAR: Final = re.compile("([零一二三四五六七八九]{4})年")
_CHINESE: Final = re.compile(
    rf"(?:[百千万]分之)?(?:(?P<figures>{_FIGURES})(?P<scale>[十百千万亿]*)"
    r"|(?P<words>[零一二三四五六七八九十百千万亿]+)(?:点(?P<after>[零一二三四五六七八九]+))?)(?!月)"
)
_CHINESE_VAGUE: Final = re.compile(
    "[几数][十百千万亿]|[十百千万亿][几数]|[十百千万亿个]半|[一二三四五六七八九]{2}|成[百千]|[0-9一二三四五六七八九]成"
    r"|(?<![零一二三四五六七八九十百千0-9])[百千万亿](?!分之)|[0-9]\s*[-–—/至到]\s*[0-9]|年代|(?<![0-9])[0-9]{2}年"
)


@lru_cache(maxsize=2048)
def told_in_english(text: str) -> frozenset[float] | None:
    """Give the numbers above ten that an English text tells; None where it tells one vaguely."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if _ENGLISH_VAGUE.search(plain):
        return None
    plain = _ONE_SCALE.sub("one ", plain.replace("-", " "))
    found: set[float] = set()
    whole, part, last = 0.0, 0.0, ""
    for word in [*_ENGLISH.findall(plain), "."]:
        number = float(word.replace(",", "")) if word[0].isdigit() else _WORDS.get(word)
        if number is not None and not word[0].isdigit() and _goes_on(last, number):
            part += number
        elif number is not None:
            found.add(whole + part)
            whole, part = 0.0, number
        elif word in _SCALES and last:
            whole, part = _scaled(whole, part, _SCALES[word])
        elif word != "and" or last not in _SCALES:
            found.add(whole + part)
            whole, part, last = 0.0, 0.0, ""
            continue
        last = word
    return frozenset(round(number, 3) for number in found if number > _SMALL)


def _goes_on(last: str, number: float) -> bool:
    """Say whether a number word belongs to the number before it: after a scale, or ones after tens."""
    return last in _SCALES or last == "and" or (last in _TENS.split() and number < _SMALL)


def _scaled(whole: float, part: float, scale: int) -> tuple[float, float]:
    if scale == _SCALES["hundred"]:
        return whole, (part or 1) * scale
    return whole + (part or 1) * scale, 0.0


@lru_cache(maxsize=2048)
def told_in_chinese(text: str) -> frozenset[float] | None:
    """Give the numbers above ten that a Chinese text tells; None where it tells one vaguely."""
    plain = unicodedata.normalize("NFKC", text).replace("〇", "零").replace("○", "零").replace("两", "二")
    years = {float("".join(str(_CHINESE_FIGURES.index(one)) for one in year)) for year in _CHINESE_YEAR.findall(plain)}
    rest = _CHINESE_YEAR.sub(" ", plain)
    if _CHINESE_VAGUE.search(rest):
        return None
    found = {_chinese_number(match) for match in _CHINESE.finditer(rest)}
    return frozenset(round(number, 3) for number in found | years if number > _SMALL)


def _chinese_number(match: re.Match[str]) -> float:
    if match["figures"]:
        number = float(match["figures"].replace(",", ""))
        for scale in match["scale"]:
            number *= _CHINESE_SCALES[scale]
        return number
    total, group, digit = 0.0, 0.0, 0.0
    for one in match["words"]:
        if one in _CHINESE_FIGURES:
            digit = float(_CHINESE_FIGURES.index(one))
        elif (scale := _CHINESE_SCALES[one]) < _GREAT:
            group, digit = group + (digit or 1) * scale, 0.0
        else:
            total, group, digit = (total + group + digit) * scale, 0.0, 0.0
    after = "".join(str(_CHINESE_FIGURES.index(one)) for one in match["after"] or "")
    return total + group + digit + (float(f"0.{after}") if after else 0)
