"""The source hedges, and the record asserts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence import Located, locate, selector
from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("point", "claim")
NEEDS_TEXTS = True

HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|presumably|possibly|probably|perhaps|likely|seems|seemed|may\s+have"
    r"|might\s+have)\b|据说|据报道|可能|也许|大概|似乎",
    re.IGNORECASE,
)
OWNERS = ("claimant", "attributed_to", "hedge")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a statement without hedge or owner rests on a passage with both ends that hedges."""
    if node.value["certainty"] != "asserted" or any(key in node.value for key in OWNERS):
        return
    for item in node.value.get("evidence", ()):
        text = corpus.texts.get(item["source"])
        place = locate(selector(item), text) if text and "from" in item and "to" in item else None
        if text is None or not isinstance(place, Located):
            continue
        hedge = HEDGE.search(text.text, place.start, place.end)
        if hedge:
            word = " ".join(hedge[0].split())
            message = f"line {text.line_of(hedge.start())} says '{word}', and the statement is asserted"
            key = "text" if "text" in node.value else "statement"
            hint = f"add 'certainty: hedged' and 'hedge: {word}', or name the claimant"
            yield Fault(message, (*node.route, key), hint)
            return
