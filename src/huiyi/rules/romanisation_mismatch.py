"""A name is spelt as only the other romanisation spells: Wade-Giles under pinyin, or pinyin under Wade-Giles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape
from huiyi.values.wade_giles import reads_as_pinyin, reads_as_wade_giles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "name"

_READS = {"pinyin": reads_as_pinyin, "wade-giles": reads_as_wade_giles}


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where each syllable is one of the other system, and not each is one of the system given."""
    name = node.value
    system = name["system"]
    if system not in _READS or name["form"] == "damaged":
        return
    other = "pinyin" if system == "wade-giles" else "wade-giles"
    if _READS[other](name["text"]) and not _READS[system](name["text"]):
        message = f"'{escape(name['text'], 60)}' is given as {system}, and is spelt as {other}"
        yield Fault(message, (*node.route, "system"), f"set the system to {other}, or correct the text")
