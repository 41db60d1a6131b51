"""A body acts, meets or is given parts after the day on which it was abolished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.acting import BODIES
from huiyi.lifetimes import body_in_doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Fault
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = tuple(BODIES)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the body that a statement names was certainly abolished earlier than the date of it.

    Where more records contradict that day than confirm it, it is told once, at the day.
    """
    yield from body_in_doubt("body-after-it-was-abolished", "abolished", node, record, corpus)
