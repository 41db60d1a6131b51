"""The volume or page of a citation is not among the numbers that it is printed with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "citation"

_NUMBERS = re.compile("[0-9]+")
_OTHERS = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?:\s*[-–]\s*[0-9]{2,4})?(?![0-9])")
"""Years, which a title or a place of publication brings with it."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the printed form has numbers beside its mark and its years, and not those of the record."""
    printed = node.value.get("printed", "")
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


def _fault(node: Node, key: str, printed: str) -> Fault:
    message = f"'{key}' is '{escape(node.value[key], 60)}', and '{escape(printed, 60)}' is printed"
    return Fault(message, (*node.route, key), "correct the value or the printed form")
