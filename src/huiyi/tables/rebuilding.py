"""Turns the tables back into the records they were made from: the proof that nothing was lost on the way."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from huiyi.tables.layout import column_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from huiyi.schemas import Contract, Listing, Shape
    from huiyi.tables.layout import Layout

Children = dict[tuple[str, str], list["Mapping[str, Any]"]]


def rebuilt(
    contract: Contract, layout: Layout, rows: Mapping[str, Iterable[Mapping[str, Any]]]
) -> dict[str, dict[str, Any]]:
    """Give every record, by identifier, as it is after its defaults were filled in.

    `rows` holds for each table its rows as mappings from column to value; None and absent both mean no value.
    """
    children: Children = defaultdict(list)
    for name in layout.is_shared:
        for row in rows[name]:
            children[name, row["belongs_to"]].append(row)
    for siblings in children.values():
        siblings.sort(key=lambda row: row["ordinal"])
    rebuilder = _Rebuilder(layout, children)
    return {
        row["id"]: rebuilder.node(kind.shape, row, row["id"])
        for kind in contract.kinds.values()
        for row in rows[kind.table]
    }


class _Rebuilder:
    """Gathers a node from its row and from the rows of its lists: the mirror of what fills the rows."""

    def __init__(self, layout: Layout, children: Children) -> None:
        self.layout = layout
        self.children = children

    def node(self, shape: Shape, row: Mapping[str, Any], address: str, prefix: str = "") -> dict[str, Any]:
        """Give the node at an address, whose columns begin with a prefix in its row."""
        start = address + ("." if "#" in address else "#")
        found: dict[str, Any] = {}
        for key in shape.order:
            value: Any
            if key in shape.fields:
                field = shape.fields[key]
                alone = row.get(column_name(prefix, field.column))
                value = [row[column] for column in field.columns] if field.columns else alone
            elif key in shape.objects:
                value = self.node(shape.objects[key], row, start + key, f"{prefix}{key}_") or None
            else:
                listing = shape.lists[key]
                value = self._items(listing, address if self.layout.is_shared[listing.table] else row["id"])
            if value is not None:
                found[key] = value
        return found

    def _items(self, listing: Listing, belongs_to: str) -> list[Any] | None:
        rows = self.children.get((listing.table, belongs_to), ())
        if listing.shape is None:
            return [row[listing.item] for row in rows] or None
        return [self.node(listing.shape, row, row["id"]) for row in rows] or None
