"""A romanised name has an apostrophe that the passage does not print, or lacks one that it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.values.text import escape
from huiyi.values.wade_giles import APOSTROPHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "name"
NEEDS_TEXTS = True

ROMANISED = frozenset({"pinyin", "wade-giles"})

MOST_PASSAGES = 20
"""A value that cites more is passed over: each passage may be a whole source."""

_ANY_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the passages print the letters of the name, and nowhere with the same apostrophes."""
    name = node.value
    items = name.get("evidence", ())
    if name["system"] not in ROMANISED or len(items) > MOST_PASSAGES:
        return
    text = _plain(name["text"])
    letters = [re.escape(letter) if not letter.isspace() else r"\s+" for letter in text.replace("'", "")]
    spelt = re.compile(r"(?<![a-z\u00fc])" + "'?".join(letters) + r"(?![a-z\u00fc])", re.IGNORECASE)
    found: list[str] = []
    for item in items:
        place = located(selector(item), corpus)
        if isinstance(place, Located):
            passage = _plain(corpus.texts[item["source"]].text[place.start : place.end])
            found += [hit[0] for hit in spelt.finditer(passage)]
    if found and not any(_alike(one, text) for one in found):
        message = f"'{escape(name['text'], 60)}' is printed '{escape(' '.join(found[0].split()), 60)}'"
        yield Fault(message, (*node.route, "text"), "write the name as it is printed")


def _plain(text: str) -> str:
    return _ANY_APOSTROPHE.sub("'", text)


def _alike(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
