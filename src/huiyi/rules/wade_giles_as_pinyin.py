"""Of two names in pinyin one is the other in Wade-Giles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape
from huiyi.values.wade_giles import are_one_name, reads_as_pinyin, reads_as_wade_giles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person"

MOST_FORMS = 20
"""How many names are compared, all with all: the thousands that a file can hold would take hours."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a full name in pinyin that writes another full name in pinyin, read as Wade-Giles."""
    names = node.value["names"]
    given = [place for place, name in enumerate(names) if (name["system"], name["form"]) == ("pinyin", "full")]
    sounds = [place for place in given if reads_as_pinyin(names[place]["text"])][:MOST_FORMS]
    for place in given[:MOST_FORMS]:
        text = names[place]["text"]
        others = [names[other]["text"] for other in sounds if _letters(names[other]["text"]) != _letters(text)]
        if not reads_as_wade_giles(text):
            continue
        if written := next((other for other in others if are_one_name(other, text)), None):
            message = f"'{escape(text, 60)}' is given as pinyin, and is '{escape(written, 60)}' in Wade-Giles"
            yield Fault(message, ("names", place, "system"), "set the system to wade-giles")


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalpha())
