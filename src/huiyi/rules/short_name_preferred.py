"""A short form of a name is marked as the one to show, although the record has the full one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "record"

WHOLE = frozenset({"full", "description"})
SHORT = frozenset({"short", "surname", "given-name", "title", "abbreviation", "damaged"})


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each preferred name that is short or damaged where a full one is in the same system."""
    names = record.data.get("names", ())
    full = {name["system"]: name["text"] for name in reversed(names) if name["form"] in WHOLE}
    for place, name in enumerate(names):
        if name.get("preferred") and name["form"] in SHORT and name["system"] in full:
            whole = escape(full[name["system"]], 60)
            message = f"'{escape(name['text'], 60)}' is preferred as {name['form']}, and '{whole}' is whole"
            yield Fault(message, ("names", place, "preferred"), "prefer the full name", at_key=True)
