"""One printed day is read as two dates in two places of the records."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

SEVERITY = "error"
EXAMINES = "date"

Key = tuple[str, int, str]


class Reading(NamedTuple):
    """The first record that reads a date out of some words, and how many dates do."""

    first: str
    times: int


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the same words, once in the same line, are certainly another date elsewhere."""
    date = firm_date({"": node.value}, "")
    readings = corpus.remembered((__name__, "readings"), lambda: _readings(corpus))
    if date is None:
        return
    for printing in _printings(node, corpus):
        own = readings[printing][date].times
        for other, (place, times) in readings[printing].items():
            # One that more places read is not the one to mend.
            if own <= times and (certainly_before(date, other) or certainly_after(date, other)):
                edtf, printed = node.value["edtf"], escape(node.value["printed"], 60)
                message = f"'{printed}' is '{edtf}' here, and '{other.text}' in '{escape(place, 60)}'"
                hint = "compare both with the passage and correct the one that is wrong"
                yield Fault(message, (*node.route, "edtf"), hint)
                return


def _readings(corpus: Corpus) -> Mapping[Key, Mapping[Edtf, Reading]]:
    """Give the dates that the records read out of each printing, each with the first record that does."""
    found: dict[Key, dict[Edtf, Reading]] = defaultdict(dict)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name == "date" and (date := firm_date({"": node.value}, "")):
                for printing in _printings(node, corpus):
                    former = found[printing].get(date, Reading(record.id, 0))
                    found[printing][date] = former._replace(times=former.times + 1)
    return found


def _printings(date: Node, corpus: Corpus) -> Iterator[Key]:
    """Give the lines that print the date, each with its words; none where the words are not those of a day."""
    printed = date.value.get("printed", "")
    shown = read_printed(printed)
    if not (shown.days and shown.months) and not shown.numeric_days:
        return
    holder: Node | None = date
    while holder is not None and "evidence" not in holder.value:
        holder = holder.parent
    for item in holder.value["evidence"] if holder else ():
        first, last = item["lines"]
        if first == last and _stands_once(printed, item["source"], first, corpus):
            yield item["source"], first, printed


def _stands_once(printed: str, source: str, line: int, corpus: Corpus) -> bool:
    """Say whether a line prints some words no more than once, as far as the texts are at hand."""
    text = corpus.texts.get(source)
    if text is None or not 0 < line <= text.line_count:
        return True
    start, end = text.span(line, line)
    return text.text.count(printed, start, end) <= 1
