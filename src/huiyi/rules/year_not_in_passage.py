"""A date that has no printed form of its own, and is not inferred, has a year that its passage does not print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence import selector
from huiyi.evidence.printed import printed
from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"
NEEDS_TEXTS = True

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first year of a stated date that none of the nearest statement's passages prints."""
    if "printed" in node.value or not (years := _YEAR.findall(node.value["edtf"])):
        return
    around: Node | None = node
    while around is not None and "evidence" not in around.value:
        if around.value.get("basis", "stated") != "stated":
            return
        around = around.parent
    if around is None or around.value.get("basis", "stated") != "stated":
        return
    passages = printed(map(selector, around.value["evidence"]), corpus.texts)
    missing = [year for year in years if passages is not None and not passages.holds(year)]
    if missing:
        message = f"'{missing[0]}' is not printed in {passages}"
        hint = "correct the date or the passage, or say in basis and reason how the year is known"
        yield Fault(message, (*node.route, "edtf"), hint)
