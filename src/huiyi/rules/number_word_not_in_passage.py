"""A number that our own words write out is neither in their passage nor in what the statement refers to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import RETELLING, holder, is_stated, outward, printed_under, tied
from huiyi.values.numerals import ordinal_forms, printed_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence.printed import Printed
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True

NOT_STATEMENTS = frozenset({"name", "meeting.remark"})
NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
"""Two is left out: whoever names two people may go on to speak of the two."""
NUMBERS |= {"eleven": 11, "twelve": 12}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_VALUES = NUMBERS | TENS

_FIGURE = re.compile(r"(?<![\w.,])[0-9]{1,9}(?![\w.,]*[0-9])")
# Of forty-two neither end says anything alone.
_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(NUMBERS)})\b|\b(?:{'|'.join(TENS)})\b(?!-\w)", re.IGNORECASE)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first written number of each text that nothing bears out."""
    found = {
        key: words
        for key in RETELLING
        if isinstance(text := node.value.get(key), str) and (words := _WORD.findall(text.casefold()))
    }
    if not found or node.shape.name in NOT_STATEMENTS:
        return
    around = outward(node)
    statement = holder(around)
    if statement is None or not is_stated(around):
        yield from _against_reason(node, found)
        return
    passages = printed_under(statement, record, corpus)
    if passages is None:
        return
    for key, words in found.items():
        strange = next((word for word in words if not _is_borne_out(word, passages, record, corpus)), "")
        if strange:
            message = f"'{strange}' is not printed in {passages}"
            hint = "correct the number or the passage, or say in basis and reason how it is known"
            yield Fault(message, (*node.route, key), hint)


def _against_reason(node: Node, found: Mapping[str, list[str]]) -> Iterator[Fault]:
    """Give a fault for the first number of each text that we derived and of which the reason tells only others."""
    reason = node.value.get("reason", "") if node.value.get("basis") == "derived" else ""
    counted = {_VALUES[hit.casefold()] for hit in _WORD.findall(reason)} | set(map(int, _FIGURE.findall(reason)))
    for key, words in found.items():
        strange = next((word for word in words if counted and _VALUES[word] not in counted), "")
        if strange:
            message = f"'{strange}' is derived, and the reason tells of {', '.join(map(str, sorted(counted)))}"
            yield Fault(message, (*node.route, key), "correct the number or the reason")


def _is_borne_out(word: str, passages: Printed, record: Record, corpus: Corpus) -> bool:
    number = _VALUES[word]
    forms = (word, *map(words_of, printed_forms(number)), *map(words_of, ordinal_forms(number)))
    if any(passages.holds(form) for form in forms):
        return True
    near = corpus.remembered((__name__, record.document.path), lambda: tied(record, corpus) | {record.id})
    return any(
        word in identifier.split("-") or number in {values.get("value"), values.get("ordinal"), values.get("congress")}
        for identifier, values in ((one, corpus.records[one].data) for one in near)
    )
