"""A range of pages ends before it begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "citation"

_RANGE = re.compile(r"(?:pp?\.?\s*)?(?:[0-9]+\s*:\s*)?([0-9]{1,6})\s*[-–—]\s*([0-9]{1,6})", re.ASCII)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first range that runs backwards; `318-19` is read as 318 to 319."""
    for piece in re.split("[,;]", node.value.get("pages", "")):
        match = _RANGE.fullmatch(piece.strip())
        if match is not None and _last(match[1], match[2]) < int(match[1]):
            message = f"the pages '{escape(piece.strip(), 60)}' run backwards"
            yield Fault(message, (*node.route, "pages"), "correct the pages; where the source errs, record an anomaly")
            return


def _last(first: str, last: str) -> int:
    return int(first[: max(0, len(first) - len(last))] + last)
