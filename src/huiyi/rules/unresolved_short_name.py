"""A surname, title or abbreviation stands alone, and nothing says whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

SHORT = {"surname": "a surname", "given-name": "a given name", "title": "a title", "abbreviation": "an abbreviation"}


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where every name of the record is short and stated, on the first of them."""
    names = record.data.get("names", ())
    if names and all(name["form"] in SHORT and name["basis"] == "stated" for name in names):
        text, form = escape(names[0]["text"], 60), SHORT[names[0]["form"]]
        message = f"'{text}' is {form} alone, and '{escape(record.id, 60)}' has no full name"
        hint = "add the full name with its evidence, or say in basis and reason how it is known"
        yield Fault(message, ("names", 0, "text"), hint)
