"""A statement says "all" or "every", and no word of its passages means that, or they say "some" or "most" instead."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import NOT_PRINTED, RETELLING, SUMMARY, passages, rests_on
from huiyi.values.language import ALL, MAY_SAY_ALL, SAYS_ALL, SOME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each text that says it of more than its own passages do.

    What sums up a record is held against all passages that the record cites.
    """
    if "evidence" not in node.value or node.value.get("basis") in NOT_PRINTED:
        return
    for key in (*RETELLING, SUMMARY):
        said = SAYS_ALL.search(node.value[key]) if isinstance(node.value.get(key), str) else None
        cited = (
            [passages(one, corpus) for one in (rests_on(node, record) if key == SUMMARY else [node])] if said else []
        )
        if said is None or None in cited:
            continue
        printed = " ".join(chain.from_iterable(some for some in cited if some))
        part = SOME.search(printed)
        if part and not ALL.search(printed) and not SOME.search(node.value[key]):
            why = f"the passage has '{part[0]}'"
        elif MAY_SAY_ALL.search(printed):
            continue
        else:
            why = "no such word stands in the passage"
        yield Fault(f"'{said[0]}' stands here, and {why}", (*node.route, key), "say it of as much as the passage does")
