"""A date has a day that neither its printed words nor its reason tell, and where it has no words, its passages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import REMARKS, outward, printed_under
from huiyi.values.numerals import ordinal_forms
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape
from huiyi.values.written_dates import missing_from_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

FIRST, EARLIEST_LAST = 1, 28
"""The first day of a month, and the earliest on which one ends."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-([0-9]{2})(?![0-9])")
# The end of a month is its last day, and its beginning the first.
_EDGE = re.compile(r"\b(?:end|last day|close|beginning|first day|start)\b|[底末初]", re.IGNORECASE)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first day of the EDTF that is not told."""
    edtf, printed = node.value["edtf"], node.value.get("printed")
    days = list(map(int, _DAY.findall(edtf)))
    # Of a stretch that is told in months the ends are a first and a last day.
    if "/" in edtf if printed is None else _EDGE.search(printed):
        days = [day for day in days if FIRST < day < EARLIEST_LAST]
    if not days:
        return
    told = _days_in(printed or "") | _days_in(node.value.get("reason", ""))
    strange = [day for day in days if day not in told]
    if printed is None:
        strange = [day for day in strange if not _is_known(day, days, node, record, corpus)]
    # A printed day that the date does not hold is told by printed-date-mismatch.
    if strange and not (printed and missing_from_edtf(printed, edtf)):
        words = f"the words are '{escape(printed, 60)}'" if printed else "nothing here shows it"
        message = f"'{escape(edtf, 60)}' has the day {strange[0]}, and {words}"
        yield Fault(message, (*node.route, "edtf"), "leave the day out, or say in the reason how it is known")


def _days_in(text: str) -> frozenset[int]:
    shown = read_printed(text)
    return shown.days | shown.numbers | {day for one in shown.numeric_days for _, _, day in one.readings}


def _is_known(day: int, days: list[int], node: Node, record: Record, corpus: Corpus) -> bool:
    """Say whether a day of a date without words may be known: from passages or remarks, or from another date."""
    around = outward(node)
    cited = [printed_under(one, record, corpus) for one in around if "evidence" in one.value]
    known = [one for one in cited if one is not None]
    if node.value["basis"] != "inferred" or not known or len(known) < len(cited):
        return True
    others = corpus.remembered((__name__, record.document.path), lambda: _days_of(record))
    if others.count(day) > days.count(day):
        return True
    forms = [words_of(form) for form in (str(day), *ordinal_forms(day))]
    remarks = (one.value[key] for one in around for key in REMARKS if key in one.value)
    return any(one.holds(form) for one in known for form in forms) or any(day in _days_in(text) for text in remarks)


def _days_of(record: Record) -> list[int]:
    dates = (node.value["edtf"] for node in record.nodes() if node.shape.name == "date")
    return [int(day) for edtf in dates for day in _DAY.findall(edtf)]
