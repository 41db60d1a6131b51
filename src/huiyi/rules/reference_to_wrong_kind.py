"""A reference leads to a record, or a part of one, of another kind than the field may point to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from huiyi.corpus import is_allowed
from huiyi.findings import Fault
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "reference"

MOST_HINTS = 50
"""How many wrong references are given a hint: to search all identifiers for each of thousands would take minutes."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each reference of the node that leads to the wrong kind."""
    for field, route, target in node.references:
        if shape := _wrong_shape(target, field.refers_to, corpus):
            wanted = " or ".join(_named(kind) for kind in field.refers_to)
            hints = corpus.remembered((__name__, "hints"), lambda: _hints(corpus))
            hint = hints.get((target, field.refers_to), "")
            yield Fault(f"'{escape(target, 60)}' is {_named(shape)}, not {wanted}", route, hint)


def _wrong_shape(target: str, allowed: tuple[str, ...], corpus: Corpus) -> str | None:
    """Give what stands at an address that should be something else; None where it may be what it is, or is unknown."""
    shape = None if corpus.is_unread(target) else corpus.shape_at(target)
    # What leads to a retired record is told by reference-to-retired.
    if shape is None or target in corpus.retired or is_allowed(shape, allowed, is_record="#" not in target):
        return None
    # Of two files with one name the corpus knows the first; the other may be the one that is meant.
    known = corpus.remembered((__name__, "known"), lambda: {(one.id, one.kind.name) for one in corpus.all_records})
    return None if any((target, kind) in known for kind in allowed) else shape


def _hints(corpus: Corpus) -> Mapping[tuple[str, tuple[str, ...]], str]:
    """Give for each wrong reference the address that is most like it among those of the right kinds."""
    wrong = {
        (one.target, one.allowed): None for one in corpus.references if _wrong_shape(one.target, one.allowed, corpus)
    }
    return {(target, allowed): _hint(target, allowed, corpus) for target, allowed in islice(wrong, MOST_HINTS)}


def _hint(target: str, allowed: tuple[str, ...], corpus: Corpus) -> str:
    names = [record.id for kind in allowed for record in corpus.by_kind.get(kind, ())]
    parts = corpus.records[target.partition("#")[0]].nodes()
    inside = [part.address for part in parts if "#" in part.address and part.shape.name in allowed]
    return nearest(target, names + inside)


def _named(shape: str) -> str:
    word = "any record" if shape == "*" else shape.replace(".", " ")
    return word if shape == "*" else f"an {word}" if word[0] in "aeio" else f"a {word}"
