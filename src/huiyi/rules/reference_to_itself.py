"""A record is its own parent, part, predecessor or opposite, or a statement its own rival."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import outward
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "reference"

TO_ANOTHER = frozenset(
    {
        "parent",
        "part_of",
        "container",
        "base",
        "predecessor",
        "successor",
        "homonym",
        "part",
        "supported",
        "disputed",
        "retelling",
        "supersedes",
    }
)
"""The fields, and the items of lists, whose meaning is another record than the one that they stand in."""

TIES = frozenset({("person.relation", "person"), ("pointer", "meeting")})
"""Fields of shapes with the same meaning; what a whole record is about is another record as well."""


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each reference of the node that ought to lead elsewhere and leads home."""
    for field, route, target in node.references:
        is_tie = (node.shape.name, field.key) in TIES or (node.parent is None and "about" in route)
        if target == record.id and (is_tie or field.key in TO_ANOTHER):
            what = escape(field.title, 60).lower()
            message = f"'{what}' of '{escape(record.id, 60)}' is '{escape(target, 60)}' itself"
            yield Fault(message, route, "name the other record, or take the field out")
        elif field.key == "rendering_of" and node.parent is not None and target == node.parent.address:
            yield Fault(f"the quotation '{escape(target, 60)}' renders itself", route, "name the other passage")
        elif "rivals" in route and target in {one.address for one in outward(node)[1:]}:
            message = f"'{escape(target, 60)}' is called a rival of itself"
            yield Fault(message, route, "name the other statement, or take the rival out")
