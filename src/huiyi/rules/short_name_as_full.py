"""One word of a person's name is recorded as the full name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a full name of one word that begins or ends another full name in the same writing."""
    longer: dict[tuple[str, str], str] = {}
    for name in node.value["names"]:
        words = name["text"].split()
        if name["form"] == "full" and len(words) > 1:
            for word in (words[0], words[-1]):
                longer.setdefault((name["system"], word), name["text"])
    for place, name in enumerate(node.value["names"]):
        whole = longer.get((name["system"], name["text"]))
        if name["form"] == "full" and whole is not None:
            message = f"'{escape(name['text'], 60)}' is given as a full name, and is a part of '{escape(whole, 60)}'"
            yield Fault(
                message, ("names", place, "text"), "set the form to surname, given-name or title, with its basis"
            )
