"""A date is put down as certain, and the same date, from the same passage, as uncertain or approximate elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import cited_in, holder, outward
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "date"

Key = tuple["Passage", str, str]
_DOUBT = re.compile("[?~%]")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a date without a mark of doubt that another record has with one, in the same printed words."""
    edtf = node.value["edtf"]
    doubted = corpus.remembered((__name__, "doubted"), lambda: _doubted(corpus))
    if not doubted or _DOUBT.search(edtf):
        return
    others = sorted({one for key in _keys(node) for one in doubted.get(key, ()) if one[0] != record.id})
    if others:
        place, other = others[0]
        message = f"'{edtf}' is put down as certain, and as '{escape(other, 60)}' in '{escape(place, 60)}'"
        yield Fault(message, (*node.route, "edtf"), "mark the doubt here too, or take it away there")


def _doubted(corpus: Corpus) -> Mapping[Key, list[tuple[str, str]]]:
    found: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name == "date" and _DOUBT.search(node.value["edtf"]):
                for key in _keys(node):
                    found[key].append((record.id, node.value["edtf"]))
    return found


def _keys(node: Node) -> Iterator[Key]:
    """Give each passage on which a date rests, with its printed words and the date itself without its doubt."""
    statement = holder(outward(node))
    for passage in cited_in(statement) if statement else ():
        yield passage, node.value.get("printed", ""), _DOUBT.sub("", node.value["edtf"])
