"""The ways in which a number is printed: in figures, English words or Chinese numerals, or half and half."""

from __future__ import annotations

_ENGLISH = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = (
    "zero",
    "ten",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
)
_ENGLISH_SCALES = {100: "hundred", 1000: "thousand", 1_000_000: "million", 1_000_000_000: "billion"}
_CHINESE = "零一二三四五六七八九"
_CHINESE_SCALES = {100: "百", 1000: "千", 10_000: "万", 100_000_000: "亿"}
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_LARGEST_ROMAN = 39
_LARGEST_IN_WORDS = 999_999_999_999


def printed_forms(number: float) -> tuple[str, ...]:
    """Give the forms in which a source may print a number from 0: words spaced, figures without commas."""
    figures = _figures(number)
    forms = [figures]
    for scale, word in (*_ENGLISH_SCALES.items(), *_CHINESE_SCALES.items()):
        # "4.5 million" counts, "0.0045 billion" is nothing that anybody prints.
        share = number / scale
        if share >= 1 and round(share, 3) == share:
            forms.append(f"{_figures(share)} {word}")
    if number == int(number) and number <= _LARGEST_IN_WORDS:
        forms += _in_words(int(number))
    return tuple(dict.fromkeys(forms))


def ordinal_forms(number: int) -> tuple[str, ...]:
    """Give the forms in which a source may number one of a series from 1: those of the number, and its ordinals."""
    ending = "th" if number % 100 in range(11, 14) else _ORDINAL_ENDINGS.get(number % 10, "th")
    forms = [*printed_forms(number), f"{number}{ending}"]
    if number <= _LARGEST_IN_WORDS:
        words, _, last = f" {_english(number, ' ')}".rpartition(" ")
        regular = f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th"
        forms.append(f"{words} {_ORDINALS.get(last, regular)}".strip())
    if number <= _LARGEST_ROMAN:
        tens, ones = divmod(number, 10)
        forms.append("xxx"[:tens] + _ROMAN[ones])
    return tuple(forms)


def _figures(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(float(number))


def _in_words(number: int) -> list[str]:
    chinese = _chinese(number)
    english = [_english(number, joint) for joint in (" ", " and ")]
    english += [f"a {words.removeprefix('one ')}" for words in english if words.startswith("one ")]
    return [*english, chinese, *_with_two(chinese), chinese.replace("零", "〇")]


def _with_two(chinese: str) -> list[str]:
    """Give the numeral with the other word for two, which stands before units and things counted."""
    variants = [chinese.replace(f"二{unit}", f"两{unit}") for unit in ("百", "千", "万", "亿")]
    return [*variants, "两"] if chinese == "二" else variants


def _english(number: int, joint: str) -> str:
    if number < len(_ENGLISH):
        return _ENGLISH[number]
    if number < 100:  # noqa: PLR2004 - the end of the tens
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_ENGLISH[ones]}" if ones else "")
    scale = max(scale for scale in _ENGLISH_SCALES if scale <= number)
    many, rest = divmod(number, scale)
    words = f"{_english(many, joint)} {_ENGLISH_SCALES[scale]}"
    if not rest:
        return words
    return words + (joint if rest < 100 else " ") + _english(rest, joint)  # noqa: PLR2004 - "and" joins the tens


def _chinese(number: int) -> str:
    """Write a whole number in Chinese, with one zero for each gap and a bare ten from 10 to 19."""
    if number < len(_CHINESE):
        return _CHINESE[number]
    scales = {10: "十"} | _CHINESE_SCALES
    scale = max(scale for scale in scales if scale <= number)
    many, rest = divmod(number, scale)
    words = ("" if scale == 10 and many == 1 else _chinese(many)) + scales[scale]  # noqa: PLR2004 - the tens
    if not rest:
        return words
    inner = _chinese(rest)
    if scale > 10 and 10 <= rest < 20:  # noqa: PLR2004 - within a number the ten is counted: 一百一十
        inner = "一" + inner
    return words + ("零" if rest * 10 < scale else "") + inner
