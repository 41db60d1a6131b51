"""A post was held before its holder was born or after the holder died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.lifetimes import act_in_doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Fault
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first date of the person's tenures that lies outside the person's life."""
    hint = "correct the tenure or the life, or look for a namesake"
    for key in ("start", "as_of", "end"):
        yield from act_in_doubt("tenure-outside-life", record, (*node.route, key, "edtf"), corpus, hint)
