"""The parts of a number do not add up to it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.shares import MOST_ROUNDING, WHOLE, is_percent
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a recomputed value, or a total of exact numbers, is not the sum of its parts."""
    parts = [corpus.records.get(part) for part in node.value.get("parts", ())]
    known = [part.data for part in parts if part is not None and part.kind.name == "statistic"]
    unit = node.value["unit"]
    if not parts or len(known) < len(parts):
        return
    if all(one.get("base") == node.value["id"] and _is_exact_share(one) for one in known):
        total = math.fsum(one["value"] for one in known)
        # What is more than the whole is told by shares-exceed-whole.
        if total < WHOLE - MOST_ROUNDING:
            message = f"the parts are shares of this, and sum to {total:.15g} of {WHOLE} per cent"
            yield Fault(
                message, ("parts",), "list every part, or correct a share; where the source errs, record an anomaly"
            )
        return
    if not all(_is_countable(one, unit) for one in (node.value, *known)):
        return
    total = math.fsum(part["value"] for part in known)
    is_share = is_percent(unit)
    # What is more than the whole is told by shares-exceed-whole.
    if is_share and total > WHOLE + MOST_ROUNDING:
        return
    tolerance = MOST_ROUNDING if is_share else 0.0
    is_exact = all(one["comparator"] == "exactly" for one in (node.value, *known))
    # What is recomputed is the sum of the figures, whatever bounds the source puts to them.
    for key in ("value", "recomputed") if is_exact else ("recomputed",):
        stated = node.value.get(key, total)
        if not math.isclose(stated, total, rel_tol=1e-9, abs_tol=tolerance):
            message = f"'{key}' is {stated}, and the parts sum to {total:.15g} '{escape(unit, 60)}'"
            # A value that is printed beside has a witness of its own.
            place = "parts" if key == "value" and "printed" in node.value else key
            yield Fault(message, (place,), "correct a number or the parts; where the source errs, record an anomaly")


def _is_exact_share(statistic: Mapping[str, Any]) -> bool:
    is_exact = statistic["comparator"] == "exactly" and "maximum" not in statistic
    return is_exact and is_percent(statistic["unit"])


def _is_countable(statistic: Mapping[str, Any], unit: str) -> bool:
    return "maximum" not in statistic and statistic["unit"] == unit
