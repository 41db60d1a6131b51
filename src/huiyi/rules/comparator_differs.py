"""The source says more than, about or almost beside a number, and the record says something else, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

MOST_PASSAGES = 20
"""A value that cites more is passed over: each passage may be a whole source."""

_OVER, _NEAR, _UNDER = ("more-than", "at-least"), ("about",), ("less-than", "at-most", "up-to")
_SPACE = r"[\s\"“”'‘’]*"
_BEFORE = (
    (re.compile(rf"\bmore than{_SPACE}$|(?:超过|多于){_SPACE}$", re.IGNORECASE), _OVER),
    (re.compile(rf"\bat least{_SPACE}$|(?:至少){_SPACE}$", re.IGNORECASE), _OVER),
    (re.compile(rf"\b(?:almost|nearly){_SPACE}$|(?:将近|近){_SPACE}$", re.IGNORECASE), ("almost", "about")),
    (re.compile(rf"\b(?:about|approximately|roughly){_SPACE}$|(?:大约|约){_SPACE}$", re.IGNORECASE), _NEAR),
    (re.compile(rf"\b(?:less|fewer) than{_SPACE}$|(?:不到|少于){_SPACE}$", re.IGNORECASE), (*_UNDER, "almost")),
    (re.compile(rf"\bup to{_SPACE}$", re.IGNORECASE), _UNDER),
)
_AFTER = (
    (re.compile("^(?:多|余|餘|以上)"), _OVER),
    (re.compile("^(?:左右|上下)"), _NEAR),
    (re.compile("^以下"), _UNDER),
)
_NUMBER = re.compile("[0-9一二三四五六七八九十百千万亿两半].*[0-9百千万亿数％%]|[0-9一二三四五六七八九十百千万亿两]")

_LONGEST = 40
"""How many characters before a number are read: the words for it stand next to it."""


UNSAID = "exactly"

Word = tuple[str, tuple[str, ...]]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the printed form, or all that is printed around it, has a word that the comparator misses."""
    given, printed = node.value["comparator"], node.value.get("printed", "")
    items = node.value.get("evidence", ())
    if "maximum" in node.value or len(items) > MOST_PASSAGES or not (core := _NUMBER.search(printed)):
        return
    words: list[Word | None] = [_word(printed[: core.start()], printed[core.end() :], printed)]
    if words == [None]:
        words = [one for item in items for one in _words(selector(item), printed, corpus)]
    if words and given not in UNSAID and not any(words):
        message = f"the comparator is '{escape(given, 60)}', and '{escape(printed, 60)}' is printed without such a word"
        yield Fault(message, ("comparator",), "leave the comparator out, or cite the word for it")
    elif words and not any(word is None or given in word[1] for word in words):
        shown, fitting = next(word for word in words if word)
        message = f"the comparator is '{escape(given, 60)}', and '{escape(' '.join(shown.split()), 60)}' is printed"
        yield Fault(message, ("value",), f"set the comparator to '{fitting[0]}', or correct the passage")


def _words(passage: Passage, printed: str, corpus: Corpus) -> Iterator[Word | None]:
    """Give, for each place where a passage prints the number, the word put to it and the comparators that it fits."""
    place = located(passage, corpus)
    if not isinstance(place, Located):
        return
    text = corpus.texts[passage.source].text
    for match in re.finditer(rf"(?<![0-9.,]){re.escape(printed)}(?![0-9]|[.,][0-9])", text[place.start : place.end]):
        start, end = place.start + match.start(), place.start + match.end()
        yield _word(text[max(0, start - _LONGEST) : start], text[end : end + 2], printed)


def _word(before: str, after: str, number: str) -> Word | None:
    for patterns, beside in ((_BEFORE, before), (_AFTER, after)):
        for pattern, fitting in patterns:
            if hit := pattern.search(beside):
                shown = number if hit[0] in number else f"{hit[0]}{number}" if beside is before else f"{number}{hit[0]}"
                return shown, fitting
    return None
