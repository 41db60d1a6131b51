"""A post was held in a body before the body was founded or after it was abolished."""

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
    """Give a fault for the first date of the person's tenures in a body on which the body certainly did not exist."""
    hint = "correct the dates, or name the body that it was then"
    for key in ("start", "as_of", "end"):
        yield from act_in_doubt("tenure-outside-organization", record, (*node.route, key, "edtf"), corpus, hint)
