"""A value is of another kind than its field: a number of people as an item of the agenda, a convener as a group."""

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
EXAMINES = ("meeting.item", "meeting.group")

_NUMBER_ALONE = re.compile(r"[\d\W]+", re.ASCII)
_HEAD_COUNT = re.compile(
    r"(?:\w+ )?\d[\d,]* (?:[\w-]+ ){0,6}"
    r"(?:people|persons|members|cadres|delegates|representatives|alternates|participants)\W*",
    re.ASCII | re.IGNORECASE,
)
_CONVENES = re.compile(r"\bconven(?:e|es|ed|er|ers|ing)\b|召集|召开", re.IGNORECASE)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the words of an item of the agenda, or of a group, are certainly about something else."""
    if node.shape.name == "meeting.item":
        text = node.value["text"]
        is_number = text.isascii() and _NUMBER_ALONE.fullmatch(text) is not None
        if is_number or _HEAD_COUNT.fullmatch(text):
            message = f"the item of the agenda '{escape(text, 60)}' is a number" + " of people" * (not is_number)
            yield Fault(message, (*node.route, "text"), "put it where it belongs")
    elif _CONVENES.search(node.value["group"]):
        message = f"the group '{escape(node.value['group'], 60)}' tells who convened the meeting"
        yield Fault(message, (*node.route, "group"), "put it under conveners")
