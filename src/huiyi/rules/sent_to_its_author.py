"""A document is sent to the one who wrote or issued it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "document.recipient"


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the recipient is the only author, or the only issuer, of the document."""
    recipient = node.value["recipient"]
    for key, word in (("authors", "person"), ("issuers", "organization")):
        senders = [one[word] for one in record.data.get(key, ())]
        if senders == [recipient]:
            message = f"'{escape(recipient, 60)}' is both the recipient and, among the {key}, the only one"
            yield Fault(message, (*node.route, "recipient"), "correct the one or the other")
