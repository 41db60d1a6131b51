"""The sequence numbers of a meeting's remarks do not run 1, 2, 3 in the order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at the first remark that is out of sequence."""
    for position, remark in enumerate(node.value.get("remarks", ())):
        if remark["sequence"] != position + 1:
            message = f"the sequence number is {remark['sequence']}, where {position + 1} was due"
            hint = "number the remarks in their order; what is printed belongs in printed_number"
            yield Fault(message, ("remarks", position, "sequence"), hint)
            return
