"""The description of a record names a meeting, event or month that neither its passages nor what it is tied to know."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.naming import named
from huiyi.surroundings import all_found, passages, tied
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "record"
NEEDS_TEXTS = True

KINDS = frozenset({"meeting", "event"})
TOP = 3
"""How deep the date of a record as a whole stands in it."""
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:1[0-9]{3}|20[0-9]{2})\b"
)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first such name, and for the first month, in a description."""
    text = node.value.get("description", "")
    if not text or record.kind.name == "source" or not all_found(record, corpus) or corpus.unread:
        return
    cited = list(chain.from_iterable(passages(one, corpus) or () for one in record.nodes()))
    known = tied(record, corpus).union({record.id}, *(name.owners for one in cited for name in named(one, corpus)))
    strangers = [one for one in named(text, corpus) if one.kind in KINDS and one.owners.isdisjoint(known)]
    if strangers:
        shown = escape(" ".join(strangers[0].form), 60)
        message = f"'{shown}' is named here, and in nothing that the record cites or is tied to"
        yield Fault(message, (*node.route, "description"), "name the one meant, or cite and refer to it")
    printed = " ".join(cited)
    for month in dict.fromkeys(_MONTH.findall(text)):
        if month not in printed and _edtf(month) not in _months(record, corpus):
            message = (
                f"'{month}' is told here, and no passage and no date of the record or of what it is tied to has it"
            )
            yield Fault(message, (*node.route, "description"), "correct the month or the year")
            return


def _edtf(month: str) -> str:
    shown = read_printed(month)
    return f"{min(shown.years)}-{min(shown.months):02}"


def _months(record: Record, corpus: Corpus) -> frozenset[str]:
    """Give the months of all dates of a record, and of those that date what it is tied to as a whole."""
    own = (one.value["edtf"] for one in record.nodes() if one.shape.name == "date")
    near = (corpus.records[other] for other in tied(record, corpus))
    others = (
        one.value["edtf"]
        for other in near
        for one in other.nodes()
        if one.shape.name == "date" and len(one.route) <= TOP
    )
    return frozenset(part[:7] for edtf in chain(own, others) for part in edtf.split("/"))
