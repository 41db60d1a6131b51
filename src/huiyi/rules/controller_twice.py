"""Two records give the part of one controller in one division of cadres."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "jurisdiction"

Key = tuple[str, str, str, str, str]


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another record has the same division, controller, mode, level and period."""
    shares = corpus.remembered((__name__, "shares"), lambda: _shares(corpus))
    others = [other for other in shares[_key(record)] if other != record.id] if "division" in record.data else []
    if others:
        controller, other = escape(record.data["controller"], 60), escape(others[0], 60)
        message = f"'{controller}' has a part in the same division in '{other}' too"
        yield Fault(message, ("controller",), "correct the controller of one of the two, or join the records")


def _shares(corpus: Corpus) -> Mapping[Key, list[str]]:
    found: dict[Key, list[str]] = defaultdict(list)
    for record in corpus.by_kind["jurisdiction"]:
        if "division" in record.data and len(found[_key(record)]) <= 1:
            found[_key(record)].append(record.id)
    return found


def _key(record: Record) -> Key:
    data = record.data
    period = data.get("period", {}).get("edtf", "")
    return (data.get("division", ""), data["controller"], data["mode"], data.get("level", ""), period)
