"""A released identifier stands for a record of another kind than it was released as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.corpus import REDIRECT
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the kind of a record, or the one that a redirect states, is not that of the register."""
    released = corpus.register.entries.get(record.id)
    if released is None:
        return
    then = f"'{escape(record.id, 60)}' was released in version {released.since} as '{released.kind}'"
    if record.kind.name == REDIRECT:
        stated = record.data["was"]
        if stated != released.kind:
            yield Fault(f"{then}, the redirect says '{stated}'", ("was",), f"write '{released.kind}'")
    elif record.kind.name != released.kind:
        cure = "give the new record another identifier, and make a redirect of this one"
        yield Fault(f"{then}, and is '{record.kind.name}' now", ("id",), cure)
