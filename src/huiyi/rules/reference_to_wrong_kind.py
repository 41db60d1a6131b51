"""A reference leads to a record, or a part of one, of another kind than the field may point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.corpus import is_allowed
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "node"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each reference of the node that leads to the wrong kind."""
    for field, route, target in node.values:
        if not field.refers_to or corpus.is_unread(target):
            continue
        shape = corpus.shape_at(target)
        if shape is None or is_allowed(shape, field.refers_to, is_record="#" not in target):
            continue
        # Of two files with one name the corpus knows the first; the other may be the one that is meant.
        known = corpus.remembered((__name__, "known"), lambda: {(one.id, one.kind.name) for one in corpus.all_records})
        if not any((target, kind) in known for kind in field.refers_to):
            wanted = " or ".join(_named(kind) for kind in field.refers_to)
            yield Fault(f"'{escape(target, 60)}' is {_named(shape)}, not {wanted}", route)


def _named(shape: str) -> str:
    word = "any record" if shape == "*" else shape.replace(".", " ")
    return word if shape == "*" else f"an {word}" if word[0] in "aeio" else f"a {word}"
