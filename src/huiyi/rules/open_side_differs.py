"""An interval is open towards the past where the printed words lead on from a day, or the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import parse
from huiyi.values.language import LEADS_ON, LEADS_UP
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

_COUNTED = re.compile(
    r"^(?:after|since|until|till|before|prior to|by)\s+(?:the\s+)?(?:[A-Z][a-z]+\s+)?[0-9]"
    r"|[0-9][年月日][^0-9]*[以之][前后]$"
)
"""Words and a day from which or up to which they lead, and no other words."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the words lead one way alone, and the interval is open on the other side alone."""
    printed, date = node.value.get("printed", ""), parse(node.value["edtf"])
    leads_up, leads_on = bool(LEADS_UP.search(printed)), bool(LEADS_ON.search(printed))
    is_open = date.earliest is None, date.latest is None
    if leads_up != leads_on and (is_open == (leads_on, leads_up) or (not any(is_open) and _COUNTED.search(printed))):
        message = (
            f"'{escape(printed, 60)}' leads {'on from' if leads_on else 'up to'} a day, and '{date.text}' does not"
        )
        yield Fault(message, (*node.route, "edtf"), "let the other end of the interval be open")
