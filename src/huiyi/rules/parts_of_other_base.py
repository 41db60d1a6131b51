"""A share is put together from shares of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.shares import is_percent
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a percentage is part of another number that is neither its base nor has the same base."""
    base = node.value.get("base")
    if base is None or not is_percent(node.value["unit"]):
        return
    for whole in corpus.remembered((__name__, "wholes"), lambda: _wholes(corpus)).get(record.id, ()):
        if base not in {whole.id, whole.data.get("base")}:
            theirs = escape(whole.data.get("base", whole.id), 60)
            message = f"the base is '{escape(base, 60)}', and this is a part of '{escape(whole.id, 60)}', of '{theirs}'"
            yield Fault(message, ("base",), "correct the base of one of the two, or the parts")
            return


def _wholes(corpus: Corpus) -> dict[str, list[Record]]:
    """Give the numbers that each number is a part of."""
    found: dict[str, list[Record]] = {}
    for record in corpus.by_kind["statistic"]:
        for part in record.data.get("parts", ()):
            found.setdefault(part, []).append(record)
    return found
