"""The number in a record is not the one that is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.numerals import printed_forms
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("statistic", "count")

NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)

_KNOWN = re.compile(rf"[0-9]|\b(?:{NUMBER_WORDS.replace(' ', '|')})\b|[一二三四五六七八九十两]")

# What these do to a number, or how a range shares out its scale, the number alone does not tell.
_UNCLEAR = re.compile(
    r"\b(?:several|few|many|some|scores?|dozens?|half|hal[fv]es|thirds?|quarters?|to|or|between)\b"
    r"|\b(?:four|fif|six|seven|eigh|nin|ten)ths?\b"
    r"|[0-9]\s*[-–—/~]\s*[0-9]|[几幾数數半多余餘分至到]",
)

_MORE = re.compile("(?<=[十百千万亿])[多余餘]")
"""What only says that the number before it is not the whole."""

_RANGE = re.compile(r"^(?P<low>.*?[0-9].*?)\s*(?:\bto\b|[至到])\s*(?P<high>[^至到]*[0-9][^至到]*)$")
_SCALE = re.compile(r"[0-9.,]\s*(hundred|thousand|million|billion|[十百千万亿]+)")


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the printed form has a number and no form of the value, or of the maximum."""
    printed = node.value.get("printed", "")
    if "maximum" not in node.value and _RANGE.match(printed.lower()):
        message = f"'value' is {node.value['value']} alone, and '{escape(printed, 60)}' has two ends"
        yield Fault(message, (*node.route, "value"), "give the upper end as the maximum")
        return
    for key, part in _told(printed, "maximum" in node.value):
        value, plain = node.value.get(key), _plain(part)
        if value is None or not _KNOWN.search(plain) or _UNCLEAR.search(part.lower()):
            continue
        if not any(_prints(plain, _plain(form)) for form in printed_forms(abs(value))):
            message = f"'{key}' is {value}, and '{escape(printed, 60)}' is printed"
            yield Fault(message, (*node.route, key), "correct the value or the printed form")


def _told(printed: str, has_maximum: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001 - a fact of the record
    """Give the words that print the value, and those that print the maximum: of a range one end each."""
    bare = _MORE.sub("", printed)
    if not has_maximum or (ends := _RANGE.match(bare.lower())) is None:
        yield from (("value", bare), ("maximum", bare))
        return
    low, high = ends["low"], ends["high"]
    # "25 to 30 million" prints the scale once, and "500 to 2 thousand" may as well.
    scale = _SCALE.search(high)
    yield "value", low if scale is None or _SCALE.search(low) else f"{low}; {low} {scale[1]}"
    yield "maximum", high


def _plain(text: str) -> str:
    """Write a number without commas and hyphens, with a space between figures and Chinese, in small letters."""
    bare = re.sub(r"(?<=[0-9])[,，](?=[0-9]{3})", "", text.lower())
    return re.sub(r"(?<=[0-9])(?=[一-龥])", " ", bare).replace("-", " ")


def _prints(text: str, form: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(form)}(?![0-9]|\.[0-9])", text) is not None
