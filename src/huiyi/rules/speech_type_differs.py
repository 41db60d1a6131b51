"""A speech is put down as one that opened or closed the meeting, or as another sort, against its title or its day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

SEVERITY = "warning"
EXAMINES = "meeting.speech"

UNSAID = frozenset({"", "speech"})
"""The type of a speech of which no more is known."""

_TITLES = (
    (re.compile(r"\bopening (?:speech|address|remarks)\b|开幕[词詞辞]", re.IGNORECASE), "opening-speech"),
    (re.compile(r"\bclosing (?:speech|address|remarks)\b|闭幕[词詞辞]|閉幕[词詞辞]", re.IGNORECASE), "closing-speech"),
    (re.compile(r"^self-(?:criticism|examination)\b|^自我批评|^检讨", re.IGNORECASE), "self-criticism"),
)


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the title names another type, or the days contradict that it opened or closed."""
    kind, title = node.value.get("type", ""), node.value.get("title", "")
    if kind in UNSAID:
        return
    route = (*node.route, "type")
    said = {word for pattern, word in _TITLES if pattern.search(title)}
    if said and kind not in said:
        message = f"the type is '{escape(kind, 60)}', and the title is '{escape(title, 60)}'"
        yield Fault(message, route, "correct the type or the title")
        return
    day = firm_date(node.value, "date")
    others = [
        other
        for speech in record.data["speeches"]
        if "relation" not in speech.get("date", {})
        and speech.get("occasion") == node.value.get("occasion")
        and (other := firm_date(speech, "date"))
    ]
    if other := _out_of_place(kind, day, others):
        side = "before" if kind == "opening-speech" else "after"
        message = f"this is the '{escape(kind, 60)}', and a speech of '{other.text}' was given {side} it"
        yield Fault(message, route, "correct the type, or the date of one of the two")


def _out_of_place(kind: str, day: Edtf | None, others: list[Edtf]) -> Edtf | None:
    """Give the day of a speech that was certainly given before an opening one or after a closing one."""
    lies = {"opening-speech": certainly_before, "closing-speech": certainly_after}.get(kind)
    return next((other for other in others if lies and lies(other, day)), None)
