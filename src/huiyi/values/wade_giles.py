"""Wade-Giles and Hanyu pinyin side by side: which texts either can write, and which pairs write one name.

Print often drops what tells Wade-Giles syllables apart: apostrophes, the two dots of ü, the circumflex of ê. A syllable
without them may therefore stand for several; one that has them may not stand for another.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain, product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Pinyin initial, its Wade-Giles form, and the finals that follow it in pinyin.
_SYLLABLES: Final = """
b p: a ai an ang ao ei en eng i ian iao ie in ing o u
p p': a ai an ang ao ei en eng i ian iao ie in ing o ou u
m m: a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f f: a an ang ei en eng o ou u
d t: a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t t': a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n n: a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe
l l: a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe
g k: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k k': a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h h: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j ch: i ia ian iang iao ie in ing iong iu ü üan üe ün
q ch': i ia ian iang iao ie in ing iong iu ü üan üe ün
x hs: i ia ian iang iao ie in ing iong iu ü üan üe ün
zh ch: a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch ch': a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh sh: a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r j: an ang ao e en eng i ong ou u uan ui un uo
z ts: a ai an ang ao e ei en eng i ong ou u uan ui un uo
c ts': a ai an ang ao e en eng i ong ou u uan ui un uo
s s: a ai an ang ao e en eng i ong ou u uan ui un uo
y y: a an ang ao o ong ou
w w: a ai an ang ei en eng o u
: a ai an ang ao e ei en eng o ou
"""
_FINALS: Final = {"ian": "ien", "ie": "ieh", "ong": "ung", "iong": "iung", "üe": "üeh", "uo": "o"}
_EXCEPTIONS: Final[dict[str, tuple[str, ...]]] = {
    "ge": ("ko", "ke"), "ke": ("k'o", "k'e"), "he": ("ho", "he"), "e": ("o", "e"), "er": ("erh",), "de": ("te", "teh"),
    "guo": ("kuo",), "kuo": ("k'uo",), "huo": ("huo",), "shuo": ("shuo",),
    "gui": ("kuei",), "kui": ("k'uei",), "hui": ("hui", "huei"),
    "zhi": ("chih",), "chi": ("ch'ih",), "shi": ("shih",), "ri": ("jih",),
    "zi": ("tzu",), "ci": ("tz'u", "ts'u"), "si": ("ssu", "szu"),
    "yi": ("i", "yi"), "yin": ("yin",), "ying": ("ying",), "ye": ("yeh",), "you": ("yu",), "yan": ("yen",),
    "yu": ("yü",), "yuan": ("yüan",), "yue": ("yüeh",), "yun": ("yün",),
    "nüe": ("nüeh", "nio"), "lüe": ("lüeh", "lio"), "xian": ("hsien",), "xuan": ("hsüan",), "xun": ("hsün",),
}  # fmt: skip
_LONGEST_PINYIN: Final = 6
_LONGEST_WADE_GILES: Final = 7
APOSTROPHES: Final = "'\u2018\u2019\u02bb\u02bc\u02bd`´"
"""What print has for the apostrophe of a romanised name."""
BETWEEN_WORDS: Final = re.compile(r"[\s·.-]+")
_ANY_APOSTROPHE: Final = re.compile(f"[{APOSTROPHES}]")
_WADE_GILES_WORD: Final = re.compile("[a-zü']+")
_PINYIN_WORD: Final = re.compile("[a-zü]+")
_CONSONANT: Final = re.compile("[^aeoü]")
_ANY_LETTER: Final = re.compile("")


@cache
def wade_giles_forms() -> Mapping[str, tuple[str, ...]]:
    """Give each syllable of pinyin with its forms in Wade-Giles, all marks in place, the usual form first."""
    full: dict[str, tuple[str, ...]] = {}
    for row in _SYLLABLES.strip().split("\n"):
        letters, _, finals = row.partition(":")
        initial, letter = letters.split() or ("", "")
        for final in finals.split():
            # After j, q and x pinyin leaves the dots of ü out.
            is_dotless = letter in {"ch", "ch'", "hs"}
            full[initial + (final.replace("ü", "u") if is_dotless else final)] = (letter + _FINALS.get(final, final),)
    return full | _EXCEPTIONS


@cache
def pinyin_syllables() -> Mapping[str, frozenset[str]]:
    """Give each syllable of pinyin with the ways in which Wade-Giles may print it, in full or with its marks lost."""
    return {written: frozenset(_with_marks_lost(forms)) for written, forms in wade_giles_forms().items()}


def _with_marks_lost(forms: Iterable[str]) -> set[str]:
    printed = set(forms)
    printed |= {form.replace("'", "") for form in printed}
    return printed | {form.replace("ü", "u") for form in printed}


@cache
def _wade_giles_syllables() -> frozenset[str]:
    return frozenset[str]().union(*pinyin_syllables().values())


def reads_as_pinyin(text: str) -> bool:
    """Say whether a text is made of syllables of pinyin alone."""
    known = pinyin_syllables().keys() | {"nue", "lue"}
    # The r of 儿 closes a word, and v stands for ü on typewriters.
    words = [word.replace("v", "ü") for word in _words(text, _PINYIN_WORD, " ")]
    return bool(words) and all(
        any(_is_made_of(part, known, _LONGEST_PINYIN) for part in (word, word.removesuffix("r")) if part)
        for word in words
    )


def syllables(text: str) -> tuple[str, ...]:
    """Give the syllables of a text in pinyin, in small letters without tones; none where it is not pinyin alone.

    Inside a word only an apostrophe lets a syllable begin with a vowel, which leaves one way to part most words.
    """
    words = [word.replace("v", "ü") for word in _words(text, _PINYIN_WORD, " ")]
    parted = [_parted(word, _CONSONANT) or _parted(word, _ANY_LETTER) for word in words]
    return tuple(chain.from_iterable(parted)) if all(parted) else ()


def _parted(word: str, opening: re.Pattern[str]) -> tuple[str, ...]:
    """Part a word into syllables, long ones before short ones; those after the first begin with one of some letters."""
    known = pinyin_syllables()
    tails: dict[int, tuple[str, ...]] = {len(word): ()}
    for start in range(len(word) - 1, -1, -1):
        if start and not opening.match(word, start):
            continue
        for size in range(_LONGEST_PINYIN, 0, -1):
            if word[start : start + size] in known and start + size in tails:
                tails[start] = (word[start : start + size], *tails[start + size])
                break
    return tails.get(0, ())


def reads_as_wade_giles(text: str) -> bool:
    """Say whether a text is made of syllables of Wade-Giles alone, with or without their marks."""
    words = _words(text, _WADE_GILES_WORD, "'")
    return bool(words) and all(_is_made_of(word, _wade_giles_syllables(), _LONGEST_WADE_GILES) for word in words)


@lru_cache(maxsize=4096)
def are_one_name(pinyin: str, wade_giles: str) -> bool:
    """Say whether a text in Wade-Giles may write the same syllables as one in pinyin, whatever parts them."""
    sound = "".join(_words(pinyin, _PINYIN_WORD, " "))
    written = "".join(_words(wade_giles, _WADE_GILES_WORD, "'"))
    known = pinyin_syllables()
    reached, waiting = {(0, 0)}, [(0, 0)]
    while waiting:
        at, place = waiting.pop()
        for size in range(1, _LONGEST_PINYIN + 1):
            for form in known.get(sound[at : at + size], ()):
                step = (at + size, place + len(form))
                if at + size <= len(sound) and step not in reached and written.startswith(form, place):
                    reached.add(step)
                    waiting.append(step)
    return (len(sound), len(written)) in reached


def _words(text: str, word: re.Pattern[str], apostrophe: str) -> list[str]:
    """Give the words of a text in small letters without tones; none where it holds anything but letters and stops."""
    bare = _ANY_APOSTROPHE.sub(apostrophe, _without_tones(text))
    words = BETWEEN_WORDS.split(bare.strip())
    return words if all(word.fullmatch(part) for part in words) else []


def _without_tones(text: str) -> str:
    kept = "u\u0308"
    letters = unicodedata.normalize("NFD", text.casefold())
    pairs = zip(" " + letters, letters, strict=False)
    bare = "".join(letter for last, letter in pairs if not unicodedata.combining(letter) or last + letter == kept)
    return unicodedata.normalize("NFC", bare)


def _is_made_of(word: str, syllables: Iterable[str], longest: int) -> bool:
    known = frozenset(syllables)
    ends = [True] + [False] * len(word)
    for start, size in product(range(len(word)), range(1, longest + 1)):
        if ends[start] and word[start : start + size] in known and start + size <= len(word):
            ends[start + size] = True
    return ends[-1]
