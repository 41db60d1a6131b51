"""Finds for the parts at one place what was coded of which, in whatever order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from huiyi.coding.codes import Coded, Place
    from huiyi.coding.sheets import Row

Numbered = dict[int, list["Row"]]
"""The rows of the parts at one place, by the numbers of the parts."""

Settled = dict[str, str]
"""What was settled of one part: the codes by field, without those that it has none of."""


class Paired(NamedTuple):
    """Parts with the numbers under which they were coded; parts never coded; numbers that no part stands for."""

    pairs: list[tuple[Coded, int]]
    uncoded: list[Coded]
    lost: list[int]


def by_place(rows: Iterable[Row]) -> Mapping[Place, Numbered]:
    """Give the rows by the place and the number of their part."""
    found: dict[Place, Numbered] = {}
    for row in rows:
        found.setdefault(row.place, {}).setdefault(row.number, []).append(row)
    return found


def settled_of(coded: Numbered) -> Mapping[int, Settled]:
    """Give what was settled of each part at a place."""
    return {number: {row.field: row.settled for row in rows if row.settled} for number, rows in coded.items()}


def paired(parts: Sequence[Coded], settled: Mapping[int, Settled]) -> Paired:
    """Pair the parts at one place with what was coded there: first what is alike, then what is likest."""
    left, numbers = list(parts), sorted(settled)
    pairs = []
    for number in sorted(settled):
        at = next((at for at, part in enumerate(left) if part.codes == settled[number]), None)
        if at is not None:
            pairs.append((left.pop(at), number))
            numbers.remove(number)
    before = len(pairs)
    for number in numbers[: len(left)]:
        likest = max(range(len(left)), key=lambda at: len(left[at].codes.items() & settled[number].items()))
        pairs.append((left.pop(likest), number))
    return Paired(pairs, left, numbers[len(pairs) - before :])
