"""An organization is put below one of a type that cannot be its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "organization"

_STATE = frozenset({"government", "ministry", "state", "legislature", "judicial-body", "military-organization"})
CANNOT_HAVE = {
    "party": _STATE | {"central-committee", "department"},
    "central-committee": _STATE | {"department", "leading-group"},
    "ministry": frozenset({"party", "central-committee", "military-organization", "ministry"}),
    "state": frozenset({"party", "central-committee", "government", "ministry"}),
}
"""The types that the parent of a type never is; of all others nothing is said."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the parent on record is of such a type."""
    kind, parent = node.value["type"], corpus.records.get(node.value.get("parent", ""))
    if parent is None or parent.kind.name != "organization":
        return
    if parent.data["type"] in CANNOT_HAVE.get(kind, ()):
        message = f"a '{kind}' is put below '{escape(parent.id, 60)}', a '{parent.data['type']}'"
        yield Fault(message, ("parent",), "correct the parent, or the type of one of the two")
