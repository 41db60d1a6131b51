"""A meeting is of a type that the body which met cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

_STATE = frozenset(
    {"government", "ministry", "state", "legislature", "judicial-body", "military-organization", "school"}
)
CANNOT_HOLD = {
    "plenum": _STATE | {"department", "leading-group"},
    "party-congress": _STATE,
    "party-conference": _STATE,
    "politburo-meeting": _STATE | {"department", "leading-group"},
    "party-committee-meeting": _STATE,
    "government-meeting": frozenset({"party", "central-committee"}),
}
"""The types of organization that never hold a meeting of a type; of all others nothing is said."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the body on record is of such a type."""
    kind, body = node.value["type"], corpus.records.get(node.value.get("body", ""))
    if body is None or body.kind.name != "organization":
        return
    if body.data["type"] in CANNOT_HOLD.get(kind, ()):
        message = f"a '{kind}' is held by '{escape(body.id, 60)}', a '{body.data['type']}'"
        yield Fault(message, ("body",), "correct the body or the type")
