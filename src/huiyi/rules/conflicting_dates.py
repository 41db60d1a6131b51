"""Two dates of one event cannot both hold, and nothing says that they are rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "event.assertion"

ONCE = frozenset({"whole", "start", "end"})
"""The moments that an event has once."""

WITHIN = frozenset({"start", "high-point", "turn", "end", "as-of"})
"""The moments that lie in the whole."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an assertion stands against the first of its or another moment, and neither has an owner.

    Assertions after the first of a moment are not held against one another, so that cost stays linear.
    """
    mine = node.value
    if not _counts(mine):
        return
    firsts = corpus.remembered((__name__, record.document.path), lambda: _firsts(record))
    for position, other in firsts:
        if position < int(node.route[-1]) and _cannot_both_hold(other, mine):
            message = (
                f"the {escape(mine['moment'], 60)} is dated '{mine['date']['edtf']}', "
                f"and the {escape(other['moment'], 60)} '{other['date']['edtf']}'"
            )
            hint = "correct one, name whose date it is, or record a 'rival-statement' anomaly"
            yield Fault(message, (*node.route, "date", "edtf"), hint)
            return


def _firsts(record: Record) -> Sequence[tuple[int, Mapping[str, Any]]]:
    """Give the first assertion of each moment that counts, with its position."""
    found: dict[str, tuple[int, Mapping[str, Any]]] = {}
    for position, assertion in enumerate(record.data["dates"]):
        if _counts(assertion):
            found.setdefault(assertion["moment"], (position, assertion))
    return tuple(found.values())


def _counts(assertion: Mapping[str, Any]) -> bool:
    """Say whether the source asserts a date in its own voice, without a rival."""
    is_owned = "claimant" in assertion or "attributed_to" in assertion
    anomalies = [*assertion.get("anomalies", ()), *assertion["date"].get("anomalies", ())]
    is_rival = any("rule" not in one and (one["kind"] == "rival-statement" or "rivals" in one) for one in anomalies)
    return is_firm(assertion) and not is_owned and not is_rival


def _cannot_both_hold(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    first, second = firm_date(one, "date"), firm_date(other, "date")
    is_before, is_after = certainly_before(first, second), certainly_after(first, second)
    moments = one["moment"], other["moment"]
    is_same = moments[0] == moments[1] and moments[0] in ONCE
    is_part = "whole" in moments and not WITHIN.isdisjoint(moments)
    is_reversed = (moments == ("start", "end") and is_after) or (moments == ("end", "start") and is_before)
    return is_reversed or ((is_same or is_part) and (is_before or is_after))
