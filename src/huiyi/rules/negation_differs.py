"""A statement in our own words denies what its passage affirms, or leaves out the only "not" of a short passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import RETELLING, is_stated, outward, passages
from huiyi.values.language import CHANGES, DENIES, MAY_DENY, NO_MORE, NOT, NOT_BUT, NOT_ENDED, UNTOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = (
    "point",
    "claim",
    "meeting.decision",
    "meeting.item",
    "person.relation",
    "policy",
    "statistic",
    "term.sense",
)
NEEDS_TEXTS = True

SHORT = 160
"""Up to how many characters a passage is taken to have no "not" that its retelling might leave out."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where only one of a stated and asserted text and its passages has any word that denies."""
    key = next((key for key in RETELLING if key in node.value), "")
    if not key or "evidence" not in node.value:
        return
    around = outward(node)
    if not is_stated(around) or any(one.value.get("certainty", "asserted") != "asserted" for one in around):
        return
    cited = passages(node, corpus)
    if cited is None:
        return
    printed = " ".join(cited)
    told = NOT_ENDED.sub(" ", UNTOLD.sub(" ", node.value[key]))
    if CHANGES.search(printed):
        told = NO_MORE.sub(" ", told)
    denial = DENIES.search(told)
    if denial and not MAY_DENY.search(printed):
        message = f"'{denial[0]}' stands here, and the passage denies nothing"
    elif (
        len(cited) == 1
        and len(printed) <= SHORT
        and (found := NOT.search(NOT_BUT.sub(" ", printed)))
        and not MAY_DENY.search(node.value[key])
    ):
        message = f"'{found[0]}' stands in the passage, and nothing is denied here"
    else:
        return
    yield Fault(message, (*node.route, key), "compare the statement with the passage")
