"""The weekday printed with a date is not the weekday of that day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import parse, weekday
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ENGLISH = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b|\b(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?=[.,])", re.IGNORECASE)
_CHINESE = re.compile("(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])")
_CHINESE_DAYS = dict(zip("一二三四五六日天", (*WEEKDAYS, "Sunday"), strict=True))


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the date is one exact day and every weekday printed with it is another."""
    printed = node.value.get("printed", "")
    names = [_full_name(match[0]) for match in _ENGLISH.finditer(printed)]
    names += [_CHINESE_DAYS[found] for found in _CHINESE.findall(printed)]
    actual = weekday(parse(node.value["edtf"])) if names else None
    if actual is not None and actual not in names:
        message = f"'{escape(printed, 60)}' prints a {names[0]}, but {node.value['edtf']} was a {actual}"
        yield Fault(message, (*node.route, "edtf"), "correct the date; where the source errs, record an anomaly")


def _full_name(printed: str) -> str:
    return next(name for name in WEEKDAYS if name.lower().startswith(printed.lower()))
