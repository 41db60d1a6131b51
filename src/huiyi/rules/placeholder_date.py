"""The first or last day of a year stands for a year of which no day is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape
from huiyi.values.written_dates import missing_from_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "date"

_YEAR_END = re.compile(r"[0-9]{4}-(?:01-01|12-31)")
_WHOLE_YEARS = re.compile(r"[0-9]{4}-01-01/[0-9]{4}-12-31")
_DAY_IN_WORDS = re.compile(
    r"\b(?:new\s+year|year['’]?s?[\s-]+(?:day|eve)|(?:first|last)\s+day|end\s+of|beginning\s+of|eve)\b|元旦|新年|除夕|年底|年初",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where such a day is inferred from print that shows a year or a month and no day.

    Where the date is called stated, inferred-date-without-basis says so.
    """
    edtf, printed = node.value["edtf"], node.value.get("printed", "")
    is_placeholder = _YEAR_END.fullmatch(edtf) or _WHOLE_YEARS.fullmatch(edtf)
    if node.value["basis"] == "stated" or not is_placeholder or _DAY_IN_WORDS.search(printed):
        return
    shown = read_printed(printed)
    if shown.years and not shown.days and not shown.numeric_days and not missing_from_edtf(printed, edtf):
        message = f"'{edtf}' is given to the day, and '{escape(printed, 60)}' shows none"
        yield Fault(message, (*node.route, "edtf"), "write no more than the year or month that is known")
