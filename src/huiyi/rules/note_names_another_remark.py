"""A note or a reason names a remark by its number, and nothing around it rests on the lines of that remark."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.covering import cited_lines
from huiyi.findings import Fault
from huiyi.schemas import walked
from huiyi.surroundings import outward

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.covering import Line
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "node"

OWN_WORDS = ("note", "reason", "treatment")
REMARK, MEETING = "meeting.remark", "meeting"
_REMARK = re.compile(r"(?<!\bno )\bremarks? ([0-9]+)(?: and ([0-9]+)\b)?", re.IGNORECASE)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first number in each text that is that of none of the remarks around it."""
    for key in OWN_WORDS:
        told = node.value.get(key)
        numbers = [number for found in _REMARK.findall(told) for number in found] if isinstance(told, str) else []
        if not any(numbers):
            continue
        remarks = corpus.remembered((__name__, "remarks"), lambda: _remarks(corpus))
        lines = _lines_around(node, record, corpus)
        numbered = {source for source, _ in chain.from_iterable(remarks.values())}
        if numbered.isdisjoint(source for source, _ in lines):
            continue
        strange = next((one for one in numbers if one and lines.isdisjoint(remarks.get(one, ()))), "")
        if strange:
            message = f"remark {strange} is named here, and nothing around it rests on that remark"
            yield Fault(message, (*node.route, key), "correct the number, or name what stands there under 'rivals'")


def _remarks(corpus: Corpus) -> Mapping[str, set[Line]]:
    """Give the lines of all remarks by their numbers, as printed, or else as counted."""
    found: dict[str, set[Line]] = defaultdict(set)
    for record in corpus.by_kind[MEETING]:
        for node in record.nodes():
            if node.shape.name == REMARK:
                number = node.value.get("printed_number") or node.value["sequence"]
                found[str(number)] |= _lines(node)
    return found


def _lines_around(node: Node, record: Record, corpus: Corpus) -> frozenset[Line]:
    """Give the lines of a record and of the nodes that it refers to; of a long meeting those of the part around."""
    if record.kind.name == MEETING:
        around = outward(node)[:-1] or [node]
        whole = corpus.remembered((__name__, "whole", _place(around[-1], record)), lambda: _lines(around[-1]))
        return whole.union(*(_referred(one, record, corpus) for one in around))
    own = corpus.remembered((__name__, "record", record.document.path), lambda: _of_record(record, corpus))
    return own.union(*(_at(rival, corpus) for rival in node.value.get("rivals", ())))


def _of_record(record: Record, corpus: Corpus) -> frozenset[Line]:
    targets = {target for one in record.nodes() for _, _, target in one.references if "#" in target}
    return _lines(next(record.nodes())).union(*(_at(target, corpus) for target in targets))


def _referred(node: Node, record: Record, corpus: Corpus) -> frozenset[Line]:
    return corpus.remembered(
        (__name__, "referred", _place(node, record)),
        lambda: frozenset(chain.from_iterable(_at(target, corpus) for _, _, target in node.references)),
    )


def _place(node: Node, record: Record) -> tuple[str, Route]:
    return record.document.path, node.route


def _at(target: str, corpus: Corpus) -> frozenset[Line]:
    """Give the lines of what is referred to: of a part those of all that it stands in too, of a long meeting none."""
    return corpus.remembered((__name__, "at", target), lambda: _of_target(target, corpus))


def _of_target(target: str, corpus: Corpus) -> frozenset[Line]:
    node = corpus.node(target)
    if node is None or node.shape.name == MEETING:
        return frozenset()
    return _lines((outward(node)[:-1] or [node])[-1])


def _lines(node: Node) -> frozenset[Line]:
    return cited_lines(one.value for one in walked(node))
