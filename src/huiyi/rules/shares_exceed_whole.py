"""The shares of a whole are together more than the whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from huiyi.findings import Fault
from huiyi.values.shares import MOST_ROUNDING, WHOLE, is_percent
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

FEW = 2
"""So many shares are doubted each; of more, the largest."""


class Excess(NamedTuple):
    """A whole whose shares are too much, the shares, and what they come to."""

    whole: str
    shares: tuple[Record, ...]
    total: float


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the parts in percent come to more than 100, by more than rounding explains.

    It stands at the list of parts, and at the value of each share that is doubted.
    """
    excesses, doubted = corpus.remembered(__name__, lambda: _excesses(corpus))
    if record.id in excesses:
        found = excesses[record.id]
        message = f"the {len(found.shares)} shares come to {found.total:.15g} percent of a whole of {WHOLE}"
        yield Fault(message, ("parts",), "correct a share or the list of parts")
    if record.id in doubted:
        found = doubted[record.id]
        message = (
            f"with this share of {record.data['value']} the parts of '{escape(found.whole, 60)}' come to"
            f" {found.total:.15g} percent"
        )
        yield Fault(message, ("value",), "correct a share or the list of parts")


def _excesses(corpus: Corpus) -> tuple[Mapping[str, Excess], Mapping[str, Excess]]:
    """Give the wholes whose shares are too much, and the shares that are doubted, both by their identifier."""
    excesses: dict[str, Excess] = {}
    doubted: dict[str, Excess] = {}
    for whole in corpus.by_kind["statistic"]:
        parts = [corpus.records.get(part) for part in whole.data.get("parts", ())]
        shares = tuple(part for part in parts if part and is_percent(part.data.get("unit", "")))
        if (total := math.fsum(share.data["value"] for share in shares)) > WHOLE + MOST_ROUNDING:
            excesses[whole.id] = Excess(whole.id, shares, total)
            most = max(share.data["value"] for share in shares)
            chosen = shares if len(shares) <= FEW else [share for share in shares if share.data["value"] == most][:1]
            doubted.update({share.id: excesses[whole.id] for share in chosen})
    return excesses, doubted
