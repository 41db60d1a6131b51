"""A figure in the curator's own words is neither in the passage that they retell nor a date on record."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.covering import place_of_doubt
from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import NOT_PRINTED, RETELLING, SUMMARY, holder, outward, printed_under
from huiyi.values.numerals import ordinal_forms, printed_forms
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence.printed import Printed
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "fact"
NEEDS_TEXTS = True

MOST_YEARS = 10
"""The longest stretch of years that is written with the end cut short, as 1961-2."""

# "Remark 3" names a part of the page, whose number stands in its own lines.
_FIGURE = re.compile(
    r"(?<![\w.,=+-])(?<!remark )(?:\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d{1,6})?)(?:st|nd|rd|th)?(?![\w,.]?\d|\w)"
    r"(?: (?:thousand|million|billion)\b)?"
)
_SCALES = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"(?<=-)\d{2}(?!\d)")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first figure of each text that nothing bears out."""
    if node.shape.name == "name" or not (found := _figures(node)):
        return
    around = outward(node)
    statement = holder(around)
    if statement is None or any(one.value.get("basis") in NOT_PRINTED for one in around):
        return
    passages = printed_under(statement, record, corpus)
    if passages is None:
        return
    dated = _dated(node, record, corpus)
    for key, figures in found.items():
        strange = next((figure for figure in figures if not _is_borne_out(figure, passages, dated)), "")
        if strange:
            message = f"'{escape(strange, 60)}' is not printed in {passages}"
            hint = "correct the figure or the passage, or say in basis and reason how it is known"
            yield Fault(message, place_of_doubt(statement, (*node.route, key), corpus), hint)


def _figures(node: Node) -> dict[str, list[str]]:
    """Give the figures in each of the node's own texts that has any, by the key of the text."""
    return {
        key: figures
        for key in (*RETELLING, SUMMARY)
        if isinstance(text := node.value.get(key), str) and not node.shape.fields[key].is_printed
        if (figures := _FIGURE.findall(text))
    }


def _is_borne_out(figure: str, passages: Printed, dated: frozenset[str]) -> bool:
    digits, _, scale = figure.partition(" ")
    plain = digits.replace(",", "").rstrip("stndrh")
    number = (float(plain) if "." in plain else int(plain)) * _SCALES.get(scale, 1)
    forms = [figure, *(ordinal_forms(number) if isinstance(number, int) and number else printed_forms(number))]
    if plain in dated or any(passages.holds(words_of(form)) for form in forms):
        return True
    firsts = range(int(plain) - MOST_YEARS, int(plain)) if _YEAR.fullmatch(plain) else ()
    return any(passages.holds(f"{first} {plain[cut:]}") for first in firsts for cut in (2, 3))


def _dated(node: Node, record: Record, corpus: Corpus) -> frozenset[str]:
    """Give the days of the dates on the record, and the years of these and of the records that it refers to.

    What a text says of the record as a whole may lean on the records that refer to it as well.
    """
    is_whole = node.parent is None
    return corpus.remembered((__name__, record.document.path, is_whole), lambda: _make_dated(record, corpus, is_whole))


def _make_dated(record: Record, corpus: Corpus, is_whole: bool) -> frozenset[str]:  # noqa: FBT001 - told by its name
    own = _edtf(record)
    tied = {target.partition("#")[0] for node in record.nodes() for _, _, target in node.references}
    if is_whole:
        tied |= {reference.record.id for reference in corpus.references_to.get(record.id, ())}
    others = (corpus.records[one] for one in tied if one in corpus.records)
    texts = [_dates_of(other, corpus) for other in others if other.kind.name != "source"]
    years = chain.from_iterable(_YEAR.findall(edtf) for edtf in chain(own, *texts))
    days = (str(int(day)) for edtf in own for day in _DAY.findall(edtf))
    return frozenset(chain(years, days))


def _dates_of(record: Record, corpus: Corpus) -> tuple[str, ...]:
    return corpus.remembered((__name__, "edtf", record.document.path), lambda: _edtf(record))


def _edtf(record: Record) -> tuple[str, ...]:
    return tuple(node.value["edtf"] for node in record.nodes() if node.shape.name == "date")
