"""A month and a year that our words join, or a year alone, stand so in no passage and in no date of what is told of."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import NOT_PRINTED, RETELLING, outward, passages, rests_on
from huiyi.values.printed_dates import read_printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.values.printed_dates import PrintedDate

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True

BEFORE, AFTER = 25, 10
"""How many characters before and after a year its month may be printed."""

_YEAR = r"(?<![0-9.,/–-])((?:1[89]|20)[0-9]{2})(?![\w/]|[.,][0-9])"
_TOLD = re.compile(rf"(?:\b([A-Z][a-z]{{2,8}}) )?{_YEAR}")
_PRINTED_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first year of each retelling that neither passages nor dates have, or not with its month."""
    found = {key: told for key in RETELLING if key in node.value if (told := list(_TOLD.finditer(node.value[key])))}
    if not found or "evidence" not in node.value:
        return
    cited = [passages(one, corpus) for one in rests_on(node, record)]
    around = outward(node)
    if None in cited or any(one.value.get("basis") in NOT_PRINTED for one in around):
        return
    texts = tuple(chain.from_iterable(some for some in cited if some))
    dates = tuple(_dates(around, record, corpus))
    for key, told in found.items():
        strange = next((match for match in told if not _is_borne_out(match, texts, dates)), None)
        if strange:
            message = f"'{strange[0]}' is told here, and neither a passage nor a date of what it refers to has it"
            yield Fault(message, (*node.route, key), "compare the year with the passage")


def _is_borne_out(match: re.Match[str], texts: Sequence[str], dates: Sequence[str]) -> bool:
    months = read_printed(match[1]).months if match[1] else ()
    year = int(match[2])
    return _has_year(year, texts, dates) and all(_has_month(year, month, texts, dates) for month in months)


def _dates(around: Sequence[Node], record: Record, corpus: Corpus) -> Iterator[str]:
    """Give the dates of a statement and of what it stands in, those of all that these refer to, and their names."""
    routes, own = {one.route for one in around}, around[0].route
    for part in record.nodes():
        if part.shape.name == "date" and (part.route[:-1] in routes or part.route[: len(own)] == own):
            yield part.value["edtf"]
    referred = frozenset[str]().union(*(one.referred for one in around))
    others = [corpus.records[one] for one in sorted(referred & corpus.records.keys())]
    for one in others:
        if one.kind.name != "source":
            yield from (part.value["edtf"] for part in one.nodes() if part.shape.name == "date")
    yield from (name["text"] for one in (record, *others) for name in one.data.get("names", ()))


def _has_year(year: int, texts: Sequence[str], dates: Sequence[str]) -> bool:
    return any(str(year) in one for one in (*texts, *dates)) or any(year in read_printed(one).years for one in texts)


def _has_month(year: int, month: int, texts: Sequence[str], dates: Sequence[str]) -> bool:
    """Say whether a month stands beside a year, or by itself with no year beside it."""
    if any(f"{year}-{month:02}" in one or (str(year) in one and _is_in(month, one)) for one in dates):
        return True
    for text in texts:
        rest = text
        for match in _PRINTED_YEAR.finditer(text):
            start, end = max(0, match.start() - BEFORE), match.end() + AFTER
            if int(match[0]) == year and _is_in(month, text[start:end]):
                return True
            rest = rest[:start] + " " * (end - start) + rest[end:]
        if _is_in(month, rest):
            return True
    return False


def _is_in(month: int, text: str) -> bool:
    shown: PrintedDate = read_printed(text)
    return month in shown.months or any(month == one for day in shown.numeric_days for _, one, _ in day.readings)
