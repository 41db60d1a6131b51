"""A date is called before the meeting, and its own words lead on from a day; or after it, and they lead up to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import parse
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

_EARLIER = re.compile(r"\b(?:before|prior to|earlier|previous(?:ly)?|ago|hitherto)\b|[以之]前", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:after|afterwards?|thereafter|later|subsequently|following|ensuing)\b|[以之]后|后来", re.IGNORECASE
)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the words lead one way alone, or the interval is open on one side alone, and not that way."""
    relation, printed = node.value.get("relation"), node.value.get("printed", "")
    date = parse(node.value["edtf"])
    leads_back, leads_on = bool(_EARLIER.search(printed)), bool(_LATER.search(printed))
    is_open = date.latest is None and date.earliest is not None
    if relation == "before" and ((leads_on and not leads_back) or is_open):
        told = "leads on from a day" if leads_on else "is open towards the future"
    elif relation == "after" and leads_back and not leads_on:
        told = "leads back from a day"
    else:
        return
    message = f"the relation is '{relation}', and '{escape(printed or date.text, 60)}' {told}"
    yield Fault(message, (*node.route, "relation"), "correct the relation or the date")
