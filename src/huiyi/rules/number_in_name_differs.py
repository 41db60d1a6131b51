"""The number of a meeting, or of its congress, is not the one that its name prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.numerals import ordinal_forms
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_NUMBER = (
    rf"([0-9]{{1,2}}(?:st|nd|rd|th)|(?:(?:twen|thir)ty[- ])?(?:{_ONES})|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir)tieth)"
)
_CHINESE = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})"
# A number that a name does not begin with may count something else: a plan, a session of another body.
_PRINTED = {
    "ordinal": (
        re.compile(rf"^(?:the )?{_NUMBER}(?![- ]?(?:five|year|party congress|cc|central))\b", re.IGNORECASE),
        re.compile(f"^[^第届]*第{_CHINESE}次"),
        re.compile(f"{_CHINESE}中全会"),
    ),
    "congress": (
        re.compile(rf"\bof the {_NUMBER} (?:\w+ )?(?:cc|central committee|party congress)\b", re.IGNORECASE),
        re.compile(f"第?{_CHINESE}届"),
    ),
}


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at the number where no name prints it, or else at each name that prints another."""
    for key, patterns in _PRINTED.items():
        number = node.value.get(key)
        found = [(place, word) for place, name in enumerate(node.value["names"]) if (word := _found(name, patterns))]
        if number is None or not found:
            continue
        forms = ordinal_forms(number)
        others = [(place, word) for place, word in found if word not in forms]
        is_number_wrong = len(others) == len(found)
        for place, word in others[:1] if is_number_wrong else others:
            name = escape(node.value["names"][place]["text"], 60)
            message = f"'{key}' is {number}, and the name '{name}' prints '{word}'"
            route = (key,) if is_number_wrong else ("names", place, "text")
            yield Fault(message, route, "correct the number or the name")


def _found(name: dict[str, str], patterns: tuple[re.Pattern[str], ...]) -> str:
    """Give the number that a name prints, with a space in place of a hyphen; empty where it prints none."""
    if name["form"] == "damaged":
        return ""
    found = next((match for pattern in patterns if (match := pattern.search(name["text"]))), None)
    return found[1].casefold().replace("-", " ") if found else ""
