"""The passage names another place than the record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.place", "event.place", "statistic.place")
NEEDS_TEXTS = True

MOST_PASSAGES = 20
"""A value that cites more is passed over: each passage may be a whole source."""

OTHER_NAMES = {
    "beijing": ("Peking", "Peiping", "北平"),
    "guangzhou": ("Canton",),
    "nanjing": ("Nanking",),
    "tianjin": ("Tientsin",),
    "northeast-china": ("Northeast", "Manchuria", "东北"),
    "southwest-china": ("Southwest", "西南"),
}
"""Further names under which the sources may print a place."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the passages of a place name others of the vocabulary, and not this one."""
    words = corpus.vocabulary("place")
    place = node.value["place"]
    items = node.value.get("evidence", ())
    if words is None or place not in words or node.value["basis"] != "stated" or len(items) > MOST_PASSAGES:
        return
    found = [_text(item, corpus) for item in items]
    if None in found or any(_names(place, words[place], one or "") for one in found):
        return
    others = [key for key, word in words.items() if any(_names(key, word, one or "") for one in found)]
    if others:
        message = f"the place is '{escape(place, 60)}', and the passage names '{escape(others[0], 60)}'"
        yield Fault(message, (*node.route, "place"), "correct the place or the passage")


def _text(item: Mapping[str, Any], corpus: Corpus) -> str | None:
    """Give the words of a passage; None where it is not found in a text at hand."""
    place = located(selector(item), corpus)
    return corpus.texts[item["source"]].text[place.start : place.end] if isinstance(place, Located) else None


def _names(key: str, word: Mapping[str, Any], text: str) -> bool:
    """Say whether a text names a place, under its label in either language or another name."""
    labels = [word["label"], *OTHER_NAMES.get(key, ())]
    if "label_zh" in word:
        labels.append(word["label_zh"])
    return any(re.search(rf"(?<![A-Za-z]){re.escape(label)}(?![A-Za-z])", text, re.IGNORECASE) for label in labels)
