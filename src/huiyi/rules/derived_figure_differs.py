"""A figure that the curator worked out is none that the figures in its passages and its reason give."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.naming import people_named
from huiyi.surroundings import passages
from huiyi.values.numerals import printed_forms
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "point"
NEEDS_TEXTS = True

MOST = 8
"""How many figures are tried together: of more every number is a sum of some."""
HIGHEST_IN_WORDS = 99
_FIGURE = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?![\w,]?\d)|(?<![\w.,/-])\d{1,9}(?![\w.,/-]?\w)")
# Words of tens before those of ones: forty-two is not forty and two.
_WRITTEN = {
    form: n
    for n in range(1, HIGHEST_IN_WORDS + 1)
    for form in printed_forms(n)
    if form.isascii() and not form.isdecimal()
}
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _WRITTEN), key=len, reverse=True))})\b", re.IGNORECASE)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first figure that is neither printed, nor the sum, difference or product of such."""
    if node.value["basis"] != "derived" or not (own := _figures(node.value["text"])):
        return
    cited = passages(node, corpus)
    if not cited:
        return
    reason = node.value.get("reason", "")
    given = sorted({figure for text in (*cited, reason) for figure in (*_figures(text), *_in_words(text))})
    people = len({name.name for text in cited for name in people_named(text, corpus)})
    if len(given) > MOST or not given:
        return
    results = _results([*given, people] if people else given)
    strange = [figure for figure in own if figure not in results]
    if strange:
        shown = ", ".join(str(figure) for figure in given)
        message = f"'{strange[0]}' is not what {escape(shown, 60)} add up to, in any way"
        yield Fault(message, (*node.route, "text"), "work it out again, or say in the reason how it is found")


def _figures(text: str) -> list[int]:
    return [int(found.replace(",", "")) for found in _FIGURE.findall(text)]


def _in_words(text: str) -> list[int]:
    return [_WRITTEN[found.casefold()] for found in _WORD.findall(text) if found.casefold() in _WRITTEN]


def _results(given: list[int]) -> set[int]:
    """Give the figures themselves, the sums of any of them, and the difference and product of any two."""
    sums = {sum(some) for size in range(1, len(given) + 1) for some in combinations(given, size)}
    return sums | {result for one, other in combinations(given, 2) for result in (abs(one - other), one * other)}
