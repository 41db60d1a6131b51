"""Sums a difference up in a few sentences: between what, how many records and tables, and which version it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.differences.bumping import UNTOLD, broken_identifiers, needed
from huiyi.differences.phrases import Phrase, Said
from huiyi.differences.telling import counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.differences.comparing import Difference

MOST_BROKEN = 20


def summary(difference: Difference) -> Iterator[Phrase]:
    """Give the sentences that open every face for people."""
    yield ("From ", Said(difference.old.name), " to ", Said(difference.new.name), ".")
    if difference.told_forms is None:
        yield (UNTOLD,)
    records = counts(difference)
    if not records and not difference.forms:
        yield ("Nothing differs.",)
        return
    told = ", ".join(f"{count} {turn}" for turn, count in records.items()) or "none changed"
    if difference.forms:
        told += f"; changes of tables: {len(difference.forms)}"
    yield (f"Records: {told}.",)
    need = needed(difference)
    yield (f"This asks for a {need.level} step of version: after {difference.old.version} at least {need.version}.",)
    broken = list(broken_identifiers(difference))
    for _, reason in broken[:MOST_BROKEN]:
        yield ("Not allowed in any version: ", *reason)
    if len(broken) > MOST_BROKEN:
        yield (f"Not allowed in any version: {len(broken) - MOST_BROKEN} more identifiers.",)
