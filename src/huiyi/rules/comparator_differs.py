"""The source says more than, about or almost beside a number, and the record says something else, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import beside
from huiyi.evidence import selector
from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

MOST_PASSAGES = 20
"""A value that cites more is passed over: each passage may be a whole source."""

_NUMBER = re.compile("[0-9一二三四五六七八九十百千万亿两半].*[0-9百千万亿数％%]|[0-9一二三四五六七八九十百千万亿两]")

EXACTLY = "exactly"


class Bound(NamedTuple):
    """What is printed beside a number, with the number, and the comparators that it is a usual expression for."""

    shown: str
    fitting: tuple[str, ...]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the printed form, or all that is printed around it, is not said with the comparator."""
    given, printed = node.value["comparator"], node.value.get("printed", "")
    items = node.value.get("evidence", ())
    if "maximum" in node.value or len(items) > MOST_PASSAGES or not (core := _NUMBER.search(printed)):
        return
    bounds = [_bound(printed[: core.start()], printed[core.end() :], printed, corpus)]
    if not bounds[0].fitting:
        bounds = [
            _bound(before, after, printed, corpus)
            for item in items
            for before, after in beside(printed, selector(item), corpus)
        ]
    if not bounds:
        return
    shown, fitting = next((one for one in bounds if one.fitting), bounds[0])
    if any(given in (one.fitting or (EXACTLY,)) for one in bounds):
        fitting, shown = _said_elsewhere(given, fitting, node, corpus)
        if not fitting:
            return
    told = f"the comparator is '{escape(given, 60)}', and '{escape(' '.join(shown.split()), 60)}' is printed"
    if fitting:
        yield Fault(told, ("value",), f"set the comparator to '{fitting[0]}', or correct the passage")
    else:
        yield Fault(f"{told} without such a word", ("comparator",), "leave the comparator out, or cite the word for it")


def _said_elsewhere(given: str, fitting: tuple[str, ...], node: Node, corpus: Corpus) -> tuple[tuple[str, ...], str]:
    """Give, where what is printed fits several comparators, another of them that the passages have a word for alone.

    One of two languages may be plainer: 以上 is "more than" and "at least".
    """
    known, texts = expressions("comparator", corpus), passages(node, corpus) or ()
    for word in fitting:
        if word == given or given not in known:
            continue
        said = known[word].without(known[given]).find(texts)
        if said and not known[given].without(known[word]).find(texts):
            return (word,), said
    return (), ""


def _bound(before: str, after: str, number: str, corpus: Corpus) -> Bound:
    found = {word: hit for word, one in expressions("comparator", corpus).items() if (hit := one.beside(before, after))}
    # "Not less than" ends in "less than": the longest is meant.
    longest = max((len(hit[0]) for hit in found.values()), default=0)
    meant = {word: hit for word, hit in found.items() if len(hit[0]) == longest}
    if not meant:
        return Bound(number, ())
    hit = next(iter(meant.values()))
    shown = number if hit[0] in number else f"{hit[0]}{number}" if hit.string == before else f"{number}{hit[0]}"
    return Bound(shown, tuple(meant))
