"""A text of our own holds a character that no word holds, as scanners leave behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape, name_character

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "own-text"

_DAMAGE = re.compile(
    r"(?P<mark>[\^¬¦¤\ufb00-\ufb06]|(?<!\S)~(?!\S)|(?<=[A-Za-z])[|~](?=[A-Za-z]))"
    r"|(?P<alone>(?:^|(?<=[\s\d]))[\u0300-\u036f])"
    r"|(?P<word>\b(?:[A-Za-z]+[a-z][0-9]+[a-z]+|[A-Za-z][01][a-z]{2,}|[lIO][0-9]{3}|[0-9][lIO][0-9]{2}|[0-9]{2,3}[lO])\b)"
)
_PERHAPS = re.compile(r"[0-9\^¬¦¤|~\ufb00-\ufb06\u0300-\u036f]")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first damage in each text of the node, what the source printed apart."""
    for field, route, text in node.own_texts:
        if field.key == "identifier":
            continue
        # Most texts have no figure and no mark, which is seen at a glance.
        damage = _DAMAGE.search(text) if _PERHAPS.search(text) else None
        if damage is None:
            continue
        around = escape(text[max(0, damage.start() - 20) : damage.end() + 20].strip(), 60)
        if damage["word"]:
            yield Fault(
                f"'{escape(damage[0], 60)}' mixes figures with letters", route, "write the word, or the number, in full"
            )
        else:
            yield Fault(
                f"{name_character(damage[0][0])} in '{around}' belongs to no word", route, "write what was meant"
            )
