"""Words such as "soon after" tell no day, and the date is the one day from which they lead on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.language import LEADS_ON, LEADS_UP, MEASURES_TIME
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "date"

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a single day, certain and whole, in words that lead one way alone and measure nothing."""
    printed, edtf = node.value.get("printed", ""), node.value["edtf"]
    leads_up, leads_on = bool(LEADS_UP.search(printed)), bool(LEADS_ON.search(printed))
    if leads_up != leads_on and _DAY.fullmatch(edtf) and not MEASURES_TIME.search(printed):
        message = f"'{edtf}' is one day, and '{escape(printed, 60)}' leads {'on from' if leads_on else 'up to'} one"
        yield Fault(message, (*node.route, "edtf"), "leave the other end of the interval open")
