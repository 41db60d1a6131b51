"""A word that stands nowhere else is one slip of the pen away from a name on record."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "own-text"

ROMANISED = frozenset({"pinyin", "wade-giles", "postal"})
SHORTEST = 5
"""Shorter names have too many neighbours among words and among each other."""

# A word with a capital that opens no sentence is a name or a part of one.
# The search is fast because its pattern begins with one character that is always the same.
_NAME = re.compile(rf" (?:(?<=[^\W\d_], )|(?<=[^\W\d_] ))[A-Z][a-z]{{{SHORTEST - 1},}}")
_WORD = re.compile(r"[^\W\d_]+")
_LIKE_A_NAME = re.compile(rf"[A-Z](?<![^\W\d_].)[a-z]{{{SHORTEST - 1},}}(?![^\W\d_])")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each word of our own that is almost a name and is used this once."""
    for _, route, text in node.own_texts:
        for word in {match[0].strip() for match in _NAME.finditer(text)}:
            # Few words are near a name: only then is it looked up where else they stand.
            meant = corpus.remembered((__name__, "meant", word), partial(_meant, word, corpus))
            if meant and not corpus.remembered((__name__, "is known", word), partial(_is_known, word, corpus)):
                message = f"'{word}' stands here alone, and '{meant}' is a name on record"
                yield Fault(message, route, f"write '{meant}', or give the other name its record")


def _is_known(word: str, corpus: Corpus) -> bool:
    """Say whether a word stands in a source at hand, or in more than one place of the records."""
    whole = re.compile(rf"(?<![^\W\d_]){word}(?![^\W\d_])")
    is_printed = any(whole.search(text.text) for text in corpus.texts.values())
    return is_printed or word in corpus.remembered((__name__, "known"), lambda: _recorded(corpus))


def _recorded(corpus: Corpus) -> frozenset[str]:
    """Give the words like names that stand in more than one place of the records, or are printed in one."""
    known: set[str] = set()
    first: dict[str, str] = {}
    for record in corpus.all_records:
        for node in record.nodes():
            for field, _, text in node.values:
                if field.type == "string" and not field.refers_to and (words := _LIKE_A_NAME.findall(text)):
                    is_printed, at = field.is_printed, node.address
                    known.update(word for word in words if is_printed or first.setdefault(word, at) != at)
    return frozenset(known)


def _meant(word: str, corpus: Corpus) -> str:
    """Give the one name that a word misses by one letter, or by two that changed places; empty if none or several."""
    names = corpus.remembered((__name__, "names"), lambda: _names(corpus))
    found = {name for gap in _gaps(word) for name in names.get(gap, ()) if _is_slip(word, name)}
    return found.pop() if len(found) == 1 else ""


def _names(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Give the words of people's and romanised names by what is left of them without one letter, and whole."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in corpus.all_records:
        for name in record.data.get("names", ()):
            if record.kind.name == "person" or name["system"] in ROMANISED:
                for word in _WORD.findall(name["text"]):
                    if len(word) >= SHORTEST:
                        for gap in _gaps(word):
                            found[gap].add(word)
    return {gap: frozenset(words) for gap, words in found.items()}


def _gaps(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_slip(word: str, name: str) -> bool:
    """Say whether one letter is missing, added or another, or two neighbours have changed places."""
    if len(word) != len(name):
        return word in _gaps(name) or name in _gaps(word)
    other = [at for at, (one, two) in enumerate(zip(word, name, strict=True)) if one != two]
    is_turned = len(other) == 2 and word[other[0] : other[1] + 1] == name[other[0] : other[1] + 1][::-1]  # noqa: PLR2004
    return len(other) == 1 or (is_turned and other[1] == other[0] + 1)
