"""The kinds of record and the references between them, as a picture: who points to whom, and by which columns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from huiyi.package.titles import chinese
from huiyi.tables import origins

if TYPE_CHECKING:
    from huiyi.package.edition import Edition

WIDTH, HEIGHT = 1000, 720
BOX_WIDTH, BOX_HEIGHT = 180, 46
MARGIN = 30
"""Room at the edges, where a line leads back to its own box."""
UNDRAWN = {"redirect", "vocabulary"}
"""Kinds that hold no records of the sources."""


class Box(NamedTuple):
    """A kind of record: its table, the titles, how many records there are, and the middle of its box in points."""

    table: str
    title: str
    title_zh: str
    records: int
    x: float
    y: float


class Tie(NamedTuple):
    """References between two kinds: their tables, the columns that make them, and where the line begins and ends."""

    tables: tuple[str, str]
    columns: tuple[str, ...]
    start: tuple[float, float]
    end: tuple[float, float]


class Diagram(NamedTuple):
    """Boxes on an ellipse, and the lines between them, with the sizes of the picture and of its boxes."""

    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    width: int = WIDTH
    height: int = HEIGHT
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def make_diagram(edition: Edition) -> Diagram:
    """Lay out the kinds of an edition in the order of their tables, and tie those that refer to each other."""
    contract, tables = edition.corpus.contract, edition.tables
    kinds = {kind.table: kind for name, kind in contract.kinds.items() if name not in UNDRAWN}
    holders = {table: origin.partition(".")[0] for table, origin in origins(contract).items()}
    homes = {kind.name: table for table, kind in kinds.items()}
    found: dict[tuple[str, str], list[str]] = {}
    for table in tables.layout.tables.values():
        for column in table.columns:
            ends = homes.get(holders.get(table.name, ""), ""), column.refers_to
            if column.name not in {"id", "belongs_to"} and kinds.keys() >= set(ends):
                found.setdefault((min(ends), max(ends)), []).append(f"{table.name}.{column.name}")
    boxes = {}
    for position, (name, kind) in enumerate(kinds.items()):
        angle = 2 * math.pi * position / len(kinds) - math.pi / 2
        x = round(WIDTH / 2 + (WIDTH / 2 - BOX_WIDTH / 2 - MARGIN) * math.cos(angle), 1)
        y = round(HEIGHT / 2 + (HEIGHT / 2 - BOX_HEIGHT / 2 - MARGIN) * math.sin(angle), 1)
        title = tables.layout.tables[name].title
        boxes[name] = Box(name, title, chinese(title), len(edition.corpus.by_kind[kind.name]), x, y)
    ties = tuple(
        Tie((one, other), tuple(columns), boxes[one][-2:], boxes[other][-2:])
        for (one, other), columns in sorted(found.items())
    )
    return Diagram(tuple(boxes.values()), ties)
