"""The identifier that a record states is not the name of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where file name and identifier differ."""
    stated = record.data["id"]
    if stated != record.id:
        message = f"the identifier is '{escape(stated, 60)}', the file '{escape(record.id, 60)}.yaml'"
        yield Fault(message, ("id",), "an identifier is permanent once released: keep the older of the two")
