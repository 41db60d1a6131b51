"""No name of a language is marked as the one to show, although one of them is a full name or the record's only sort."""

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


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at the first name of each language that has a full name and shows none.

    Where no language shows one, the first of all names is at fault whatever its form.
    """
    names = record.data.get("names", ())
    shown = {name["language"] for name in names if name.get("preferred")}
    told = set(shown)
    for position, name in enumerate(names):
        if name["language"] not in told and (name["form"] == "full" or not shown):
            told |= {name["language"]} if shown else {other["language"] for other in names}
            message = (
                f"no name of the language '{name['language']}' is preferred, not '{escape(name['text'], 60)}' either"
            )
            key = ("preferred",) if "preferred" in name else ()
            yield Fault(message, ("names", position, *key), "mark the name to show with 'preferred: true'")
