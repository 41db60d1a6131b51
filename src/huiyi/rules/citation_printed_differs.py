"""A citation has another volume or page than it is printed with, or its printed form breaks off in the middle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "citation"

LONG = 3
"""How many letters a word of a title has that is more than a joint of it."""

_NUMBERS = re.compile("[0-9]+")
_OTHERS = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?:\s*[-–]\s*[0-9]{2,4})?(?![0-9])")
"""Years, which a title or a place of publication brings with it."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the printed form has numbers beside its mark and its years, and not those of the record.

    Or where the passage goes on, before it or after it, with a word of the work or with the page.
    """
    printed = node.value.get("printed", "")
    if word := _broken_off(node, corpus):
        message = f"'{escape(printed, 60)}' is printed, and the passage has '{escape(word, 60)}' with it"
        yield Fault(message, (*node.route, "printed"), "give the whole citation as it is printed")
        return
    free = _NUMBERS.findall(_OTHERS.sub(" ", printed))
    if (mark := node.value.get("note_mark")) in free:
        free.remove(mark)
    pages = _NUMBERS.findall(node.value.get("pages", ""))
    if pages and free and pages[0] not in free:
        yield _fault(node, "pages", printed)
        return
    rest = [number for number in free if number not in pages]
    volume = node.value.get("volume", "")
    if pages and rest and volume.isdecimal() and volume not in free:
        yield _fault(node, "volume", printed)


def _broken_off(node: Node, corpus: Corpus) -> str:
    """Give the word right before or right after the printed form that belongs to it; empty where there is none."""
    form = words_of(node.value.get("printed", ""))
    known = _known(node, corpus) if form else frozenset()
    for passage in passages(node, corpus) or () if known else ():
        before, here, after = f" {words_of(passage)} ".partition(f" {form} ")
        if here:
            beside = (*before.split()[-1:], *after.split()[:1])
            return next((word for word in beside if word in known), "")
    return ""


def _known(node: Node, corpus: Corpus) -> frozenset[str]:
    """Give the longer words of the names of a work, but for one that is printed whole, and the numbers of the pages.

    Its makers do not count: who prints the title alone leaves them out.
    """
    work = corpus.records.get(node.value.get("work", ""))
    names = [name["text"] for name in work.data.get("names", ())] if work else []
    if any(words_of(name) == words_of(node.value["printed"]) for name in names):
        return frozenset()
    words = (word for name in names for word in words_of(name).split() if len(word) >= LONG)
    return frozenset((*words, *_NUMBERS.findall(node.value.get("pages", ""))))


def _fault(node: Node, key: str, printed: str) -> Fault:
    message = f"'{key}' is '{escape(node.value[key], 60)}', and '{escape(printed, 60)}' is printed"
    return Fault(message, (*node.route, key), "correct the value or the printed form")
