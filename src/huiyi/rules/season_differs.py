"""A date is in one season or half of a year, and what stands beside it names another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter", "40": "first half", "41": "second half"}
_WORDS = re.compile(
    r"\b(spring|summer|autumn|fall|winter|first half|second half)\b|上半年|下半年|([春夏秋冬])季?", re.IGNORECASE
)
_YEAR = re.compile("[0-9]{4}")
_NAMES = {
    "fall": "autumn",
    "春": "spring",
    "夏": "summer",
    "秋": "autumn",
    "冬": "winter",
    "上": "first half",
    "下": "second half",
}


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where printed form, reason, text and ends of the passages name seasons, and not that of the date."""
    printed = node.value.get("printed", "")
    if _YEAR.fullmatch(node.value["edtf"]) and (found := _WORDS.search(printed)):
        message = f"'{node.value['edtf']}' is the whole year, and '{escape(printed, 60)}' is printed"
        hint = f"give the part of the year that is meant by '{escape(found[0], 60)}'"
        yield Fault(message, (*node.route, "edtf"), f"{hint}: 21 to 24 are spring to winter, 40 and 41 the halves")
        return
    season = _SEASONS.get(node.value["edtf"][5:]) if len(node.value["edtf"]) == len("1953-22") else None
    if season is None:
        return
    holder = node.parent.value if node.parent else {}
    items = [item for one in (node.value, holder) for item in one.get("evidence", ())]
    told = [printed, node.value.get("reason", ""), holder.get("text", "")]
    told += [item.get(key, "") for item in items for key in ("from", "to")]
    words = [hit[0].casefold() for one in told for hit in _WORDS.finditer(one)]
    named = {_NAMES.get(word[:1], _NAMES.get(word, word)) for word in words}
    if named and season not in named:
        message = f"'{node.value['edtf']}' is in {season}, and '{escape(words[0], 60)}' is told beside it"
        yield Fault(
            message,
            (*node.route, "edtf"),
            "correct the season: 21 to 24 are spring to winter, 40 and 41 the halves of a year",
        )
