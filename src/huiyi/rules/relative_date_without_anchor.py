"""A date is printed only in relation to another day, and its EDTF is called stated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

_RELATIVE = re.compile(
    r"\b(?:soon|shortly|immediately|thereafter|afterwards?|thereupon|later|earlier|subsequently|recently|meanwhile|then|now"
    r"|today|yesterday|tomorrow|ago|before|after|since|until|during|(?:the|this|that|at)\s+(?:same\s+)?(?:time|moment)"
    r"|(?:previous|preceding|following|next|last|same|coming|past|this|that)\s+(?:few\s+|several\s+|two\s+|three\s+)?"
    r"(?:days?|weeks?|months?|years?|spring|summer|autumn|fall|winter|meeting|plenum|conference|session))\b"
    r"|最近|不久|目前|当前|现在|同时|以后|之后|以前|之前|后来|随后|此后|当时|去年|今年|明年|前年|上月|本月|下月|昨日|昨天|今天|明天"
    r"|當前|現在|同時|以後|之後|後來|隨後|此後|當時",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"[0-9]|[〇零一二三四五六七八九十]+\s*[年月日]")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a stated date is printed in words that tell nothing by themselves."""
    printed = node.value.get("printed", "")
    if node.value["basis"] != "stated" or _ANCHOR.search(printed) or not read_printed(printed).is_empty:
        return
    if _RELATIVE.search(printed):
        message = f"'{node.value['edtf']}' is called stated, and '{escape(printed, 60)}' names no day, month or year"
        yield Fault(
            message, (*node.route, "edtf"), "set basis to inferred, and say in 'reason' from which date it is told"
        )
