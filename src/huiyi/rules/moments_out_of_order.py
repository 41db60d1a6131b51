"""An event ends before it begins, reaches its height or is seen to go on."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, firm_date, is_firm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "event"

LATER = {
    "decision": frozenset({"end"}),
    "start": frozenset({"high-point", "turn", "as-of", "end"}),
    "high-point": frozenset({"end"}),
    "turn": frozenset({"end"}),
    "as-of": frozenset({"end"}),
}
"""The moments that no event can have before the one that stands first."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first moment that certainly comes too early, if nobody else asserts the other."""
    dates = node.value.get("dates", ())
    for (_, first), (at, second) in permutations(enumerate(dates), 2):
        is_ordered = second["moment"] in LATER.get(first["moment"], ()) and is_firm(first) and is_firm(second)
        # What different people assert may differ.
        if is_ordered and first.get("claimant") == second.get("claimant"):
            early, late = firm_date(first, "date"), firm_date(second, "date")
            if early and late and certainly_after(early, late):
                message = f"the '{second['moment']}' is '{late.text}', and the '{first['moment']}' is '{early.text}'"
                yield Fault(message, ("dates", at, "moment"), "correct the moment or the date of one of the two")
                return
