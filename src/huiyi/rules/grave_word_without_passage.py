"""A retelling says that somebody was elected, resigned, was arrested or fell ill, and its passages do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = (
    "claim",
    "meeting.attendant",
    "meeting.decision",
    "meeting.group",
    "person.relation",
    "person.tenure",
    "point",
)
NEEDS_TEXTS = True

RETELLING = ("text", "statement", "absence_reason", "began", "ended")

WORDS = tuple(
    (re.compile(told, re.IGNORECASE), re.compile(printed, re.IGNORECASE))
    for told, printed in (
        (r"\belected\b", r"elect|vot|chos[eo]|选|當選"),
        (r"\bresign(?:ed|s|ation)\b", r"resign|step\w* down|quit|g[ai]ve\w* up|辞"),
        (r"\bretire(?:d|s|ment)\b", r"retir|step\w* down|pension|退休|离休"),
        (r"\barrest(?:ed|s)?\b", r"arrest|custody|detain|seiz|jail|imprison|捕|拘"),
        (r"\b(?:died|death|dead)\b", r"\bdie[ds]?\b|death|dead|dying|kill|suicide|late\b|死|去世|逝|卒|亡"),
        (r"\bsuicide\b", r"suicide|own life|kill|自杀"),
        (r"\bexpelled\b", r"expel|expul|drummed out|oust|purg|开除|逐"),
        (r"\bimprisoned\b", r"prison|jail|lock and key|custody|sentenc|监|狱|囚"),
        (r"\bexiled?\b", r"exile|banish|流放"),
        (
            r"^ill\b|\b(?:was|were|fell|been) ill\b|\b(?:illness|sick|sickness)\b",
            r"\bill\b|illness|sick|health|hospital|disease|病",
        ),
        (r"\b(?:holiday|vacation)\b", r"holiday|vacation|\brest|leave|休假|休养|度假"),
    )
)
"""What is not said lightly of anybody, and all words with which a source may say it."""

_ANY = re.compile("|".join(told.pattern for told, _ in WORDS), re.IGNORECASE)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first such word of a retelling for which the statement's own passages have none."""
    if "evidence" not in node.value or node.value.get("basis") == "supplied":
        return
    told = [
        (key, match[0], printed)
        for key in RETELLING
        if key in node.value and _ANY.search(node.value[key])
        for word, printed in WORDS
        if (match := word.search(node.value[key]))
    ]
    if not told:
        return
    texts = passages(node, corpus)
    for key, word, printed in told:
        if texts is not None and not any(printed.search(text) for text in texts):
            message = f"'{word}' stands here, and no such word in the passages"
            yield Fault(message, (*node.route, key), "say it in the words of the passage, or cite where it is said")
            return
