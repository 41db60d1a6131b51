"""A reference leads to no record, or to no such part of a record."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.schemas import ANY_NODE, ANY_RECORD
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record, Reference
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "reference"

MOST_ALIKE = 10
"""A target that more references miss is told once: its record has probably been removed or renamed."""
MOST_HINTS = 50
"""How many targets are given a hint: to search all identifiers for each of thousands would take minutes."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each reference of the node that leads nowhere."""
    for _, route, target in node.references:
        if _is_lost(target, corpus):
            identifier, mark, inside = target.partition("#")
            message = f"no record is called '{escape(identifier, 60)}'"
            if mark and identifier in corpus.records:
                message = f"'{escape(identifier, 60)}' has no part '{escape(inside, 60)}'"
            hints = corpus.remembered((__name__, "hints"), lambda: _hints(corpus))
            places = corpus.remembered((__name__, "places"), lambda: _places(corpus))[target]
            if len(places) <= MOST_ALIKE:
                yield Fault(message, route, hints.get(target, ""))
            elif (record.document.path, route) == places[0]:
                yield Fault(f"{message}; {len(places) - 1} more references lead there", route, hints.get(target, ""))


def _places(corpus: Corpus) -> Mapping[str, list[tuple[str, Route]]]:
    """Give where each target is referred to, by file and route, in the order of the records."""
    places = defaultdict(list)
    for one in corpus.references:
        places[one.target].append((one.record.document.path, one.route))
    return places


def _is_lost(target: str, corpus: Corpus) -> bool:
    identifier, mark, _ = target.partition("#")
    # What leads to a retired record, or to a part that it had, is told by reference-to-retired.
    if target in corpus.records or corpus.is_unread(target) or identifier in corpus.retired:
        return False
    if identifier in corpus.records:
        return bool(mark) and corpus.node(target) is None
    # A record that states this identifier in a file of another name is told by identifier-not-file-name.
    stated = corpus.remembered((__name__, "stated"), lambda: {one.data["id"] for one in corpus.all_records})
    return identifier not in stated


def _hints(corpus: Corpus) -> Mapping[str, str]:
    lost = {one.target: one for one in corpus.references if _is_lost(one.target, corpus)}
    return {target: _hint(lost[target], corpus) for target in islice(lost, MOST_HINTS)}


def _hint(reference: Reference, corpus: Corpus) -> str:
    identifier, _, inside = reference.target.partition("#")
    if identifier in corpus.records:
        return _parts_like(identifier, inside, corpus)
    from rapidfuzz import process  # noqa: PLC0415 - only a lost reference needs the search

    kinds = {shape.partition(".")[0] for shape in reference.allowed}
    is_free = not kinds.isdisjoint({ANY_NODE, ANY_RECORD})
    live = ((name, record) for name, record in corpus.records.items() if name not in corpus.retired)
    names = [name for name, record in live if is_free or record.kind.name in kinds]
    near = [f"'{match[0]}'" for match in process.extract(identifier, names, limit=3, score_cutoff=70)]
    return escape(f"did you mean {' or '.join(near)}?", 200) if near else ""


def _parts_like(identifier: str, inside: str, corpus: Corpus) -> str:
    """List the parts that stand where the reference looked, those of the same item where there are any."""
    held = [node.address.partition("#")[2].split(".") for node in corpus.records[identifier].nodes()]
    sought = inside.split(".")
    depth = max(size for size in range(len(sought)) if size == 0 or sought[:size] in held)
    inner = [parts for parts in held if len(parts) == depth + 1 and parts[:depth] == sought[:depth]]
    there = [parts[depth] for parts in inner if parts[depth]]
    item = sought[depth].rpartition("-")[0]
    alike = [part for part in there if part.rpartition("-")[0] == item]
    return escape(f"there are {', '.join(alike or there)}", 200) if there else ""
