"""A statement rests on a source that is printed in two languages, and cites one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import language_parts
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "content"

OF_ONE_LANGUAGE = frozenset({"name", "anomaly"})
"""A name is printed in one language, and trouble may be in one."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at the first passage of each such source of which only the translation or the original is cited."""
    if "evidence" not in node.value or node.shape.name in OF_ONE_LANGUAGE:
        return
    cited: dict[str, dict[str, int]] = {}
    for place, item in enumerate(node.value["evidence"]):
        part = _part(item, language_parts(item["source"], corpus))
        if part:
            cited.setdefault(item["source"], {}).setdefault(part, place)
    for source, parts in cited.items():
        if len(parts) == 1:
            ((part, place),) = parts.items()
            message = f"only the {part} of '{escape(source, 60)}' is cited, which has the other language too"
            yield Fault(message, (*node.route, "evidence", place), "cite what the other language says as well")


def _part(item: Mapping[str, Any], parts: Mapping[str, tuple[int, int]]) -> str:
    first, last = item["lines"]
    return next((part for part, lines in parts.items() if lines[0] <= first and last <= lines[1]), "")
