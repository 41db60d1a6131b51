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
    """Give a fault for each short name of a person that is stated, of anything else where every name is such."""
    names = record.data.get("names", ())
    short = [at for at, name in enumerate(names) if name["form"] in SHORT and name["basis"] == "stated"]
    alone = len(short) == len(names)
    for at in short if record.kind.name == "person" else short[: 1 if alone else 0]:
        text, form = escape(names[at]["text"], 60), SHORT[names[at]["form"]]
        lack = f"'{escape(record.id, 60)}' has no full name" if alone else "nothing says how it is known whose it is"
        hint = "say in basis and reason how it is known" + ("; or add the full name with its evidence" if alone else "")
        yield Fault(f"'{text}' is {form} alone, and {lack}", ("names", at, "text" if alone else "form"), hint)
        if alone:
            return
