"""The source hedges, and the record asserts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = (
    "point",
    "claim",
    "document.step",
    "meeting.document",
    "meeting.decision",
    "event.participant",
    "event.assertion",
    "person.relation",
    "person.tenure",
    "policy",
    "statistic",
    "term.sense",
    "meeting.speech",
    "document.author",
)
NEEDS_TEXTS = True

HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|presumably|possibly|probably|perhaps|likely|seems|seemed|may\s+have"
    r"|might\s+have)\b|(?<=\w)\?(?=\))|(?<=\()\?|据说|据报道|可能|也许|大概|似乎",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a statement without hedge rests on a passage with both ends that hedges."""
    if node.value["certainty"] != "asserted" or "hedge" in node.value:
        return
    for number, item in enumerate(node.value.get("evidence", ())):
        place = located(selector(item), corpus) if "from" in item and "to" in item else None
        if not isinstance(place, Located):
            continue
        text = corpus.texts[item["source"]]
        hedge = HEDGE.search(text.text, place.start, place.end)
        if hedge:
            word = " ".join(hedge[0].split())
            message = f"line {text.line_of(hedge.start())} says '{word}', and the statement is asserted"
            hint = f"add 'certainty: hedged' and 'hedge: {word}', or cite less of the sentence"
            yield Fault(message, (*node.route, "evidence", number), hint)
            return
