"""What a statement tells stands in a sentence beside the passages that it cites, and less of it in these."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.evidence.telling import telling
from huiyi.findings import Fault
from huiyi.surroundings import passages, rests_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True

TOLD = ("text", "statement", "provision", "counted")
NOT_TOLD = frozenset({"meeting", "meeting.remark", "name"})
NOT_PRINTED = frozenset({"derived", "supplied"})
_END = re.compile(r"[.;:!?]\W*\s")

MORE = 4
"""How many more of the telling words another sentence must have than the passages."""
NEAR = 3
"""How many lines away the other passage may be."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a sentence nearby has more of the telling words that the passages lack than these have."""
    told = " ".join(node.value[key] for key in TOLD if isinstance(node.value.get(key), str))
    is_told = node.shape.name not in NOT_TOLD and node.value.get("basis") not in NOT_PRINTED
    stems = telling(told) if told and is_told and "evidence" in node.value else frozenset()
    cited = [passages(one, corpus) for one in rests_on(node, record)] if len(stems) >= MORE else [None]
    if None in cited:
        return
    own = " ".join(chain.from_iterable(some for some in cited if some)).casefold()
    missing = {stem for stem in stems if stem not in own}
    least = len(stems) - len(missing) + MORE
    for line, sentence in _near(node, corpus) if len(missing) >= least else ():
        found = sum(stem in sentence for stem in missing)
        if found >= least:
            has = len(stems) - len(missing)
            message = f"the passages have {has} of its telling words, and a sentence of line {line} has {found} others"
            yield Fault(message, (*node.route, "evidence", 0), "cite the passage that tells it, or correct the text")
            return


def _near(node: Node, corpus: Corpus) -> Iterator[tuple[int, str]]:
    """Give the sentences, in small letters, of the lines near those that a statement cites, with their lines."""
    lines = {
        (item["source"], line)
        for item in node.value["evidence"]
        for line in range(item["lines"][0] - NEAR, item["lines"][0] + NEAR + 1)
    }
    for source, line in sorted(lines):
        text = corpus.texts[source]
        if text.has_lines(line, line):
            start, end = text.span(line, line)
            yield from ((line, sentence) for sentence in _END.split(text.text[start:end].casefold()))
