"""A text of our own holds a slip of the pen: a doubled space or word, a space before a comma or full stop."""

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
EXAMINES = "own-text"

# Grammar doubles "had" and "that"; a short doubled word in capitals may be a name.
_SLIP = re.compile(
    r"(?P<spaces> {2,}| +\n|\n +)"
    r"|(?P<space> [,.;:!?])(?!\S)"
    r"|(?P<word>\b(?!had\b|that\b)(?i:([a-z]{2,}|a)) (?=[a-z])(?i:\4)\b(?!['’-])|\b([A-Z][a-z]{6,}) \5\b)"
)
_PERHAPS = re.compile(r" [ \n,.;:!?]|\n |\b(\w+) \1\b", re.IGNORECASE)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first slip in each text of the node, what the source printed apart."""
    for _, route, text in node.own_texts:
        # Few texts have a space too many or a word twice, which is seen sooner than what of it is a slip.
        slip = _SLIP.search(text) if _PERHAPS.search(text) else None
        if slip is None:
            continue
        around = escape(text[max(0, slip.start() - 20) : slip.end() + 20].strip(), 60)
        if slip["word"]:
            yield Fault(f"'{escape(slip['word'], 60)}' says a word twice", route, "take one of the two out")
        elif slip["space"]:
            mark = slip["space"].strip()
            yield Fault(f"a space stands before the '{mark}' in '{around}'", route, "take the space out")
        else:
            yield Fault(f"there are stray spaces in '{around}'", route, "leave one space")
