"""A claim does not say whose it is, or a number whose, though its whole and all other parts of that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import OWNERS, wholes
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("claim", "statistic")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a claim, or one of the parts of somebody's number, has neither claimant nor owner in words."""
    if any(key in node.value for key in OWNERS):
        return
    if node.shape.name == "claim":
        message = f"this {escape(node.value['type'], 60)} has no owner"
    elif whole := _owned_whole(record, corpus):
        message = (
            f"this number has no owner, and '{escape(whole, 60)}', of which it is a part, has one with all other parts"
        )
    else:
        return
    # The owner's place is before the evidence.
    key = "evidence" if "evidence" in node.value else "statement" if "statement" in node.value else "value"
    yield Fault(message, (key,), "name the claimant, or say in 'attributed_to' whose words they are")


def _owned_whole(record: Record, corpus: Corpus) -> str:
    """Give a number of which one is a part, where one owner has it and all its other parts; empty if there is none."""
    for whole in wholes(record, corpus):
        parts = [part for part in whole.data["parts"] if part in corpus.records]
        if len(parts) > 1:
            others = [whole.data, *(corpus.records[part].data for part in parts if part != record.id)]
            owners = {tuple(one.get(key, "") for key in OWNERS) for one in others}
            if len(owners) == 1 and any(next(iter(owners))) and record.data["basis"] != "derived":
                return whole.id
    return ""
