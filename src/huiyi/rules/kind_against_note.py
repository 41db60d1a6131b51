"""An anomaly is of a kind that neither its note nor its treatment says anything of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "anomaly"

TOLD = ("note", "treatment")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the kind is one that is always said in certain words, and none of them stands there."""
    kind = node.value["kind"]
    own = expressions("anomaly-kind", corpus).get(kind)
    if own and own.is_always_said and not own.find(node.value[key] for key in TOLD if key in node.value):
        message = f"the kind is '{escape(kind, 60)}', and the note has no word for it"
        yield Fault(message, (*node.route, "kind"), "correct the kind, or say in the note what is wrong on the page")
