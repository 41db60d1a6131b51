"""Finds what our own words give in brackets: the Chinese characters behind an English word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from huiyi.evidence.flowing import HAN
from huiyi.surroundings import holder, outward, passages, rests_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

_GLOSS = re.compile(rf"((?:[A-Za-z'’-]+ ){{1,3}})\(([{HAN}、…]+)\)")
_HAN = re.compile(f"[{HAN}]")


class Gloss(NamedTuple):
    """Up to three English words and the characters in brackets behind them."""

    words: str
    characters: str


def glosses(text: str) -> Iterator[Gloss]:
    """Give what a text has in brackets behind English words."""
    if not text.isascii():
        yield from (Gloss(match[1].strip(), match[2]) for match in _GLOSS.finditer(text))


def own_characters(node: Node, record: Record, corpus: Corpus) -> str:
    """Give the passages of the statement that a node belongs to, and of its parts, run together without spaces.

    Empty where any is not found in a text at hand, or none has characters.
    """
    statement = holder(outward(node))
    if statement is None:
        return ""
    parts = rests_on(statement, record)
    if statement.parent is not None:
        size = len(statement.route)
        parts = [one for one in record.nodes() if one.route[:size] == statement.route and "evidence" in one.value]
    cited = [passages(one, corpus) for one in parts]
    if None in cited:
        return ""
    found = "\n".join("".join(text.split()) for some in cited for text in some or ())
    return found if _HAN.search(found) else ""
