"""One date holds both the day for which something was planned and the day on which it came about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "date"

_PLAN = re.compile(
    r"\b(?:planned|scheduled|intended|originally|due)\b|原定|预定|預定|计划|計劃|拟于|擬於", re.IGNORECASE
)
_OUTCOME = re.compile(
    r"\b(?:actual(?:ly)?|in\s+fact|instead|held|took\s+place|opened|convened|postponed|delayed|put\s+off)\b"
    r"|实际|實際|改在|改期|推迟|推遲|延期|举行|舉行|召开|召開",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a span or set is printed as a plan and its outcome, and holds two days, months or years."""
    printed, edtf = node.value.get("printed", ""), node.value["edtf"]
    plan, outcome = _PLAN.search(printed), _OUTCOME.search(printed)
    if plan is None or outcome is None or ("/" not in edtf and not edtf.startswith("[")):
        return
    first, last = sorted((plan, outcome), key=lambda word: word.start())
    parts = read_printed(printed[: last.start()]), read_printed(printed[last.start() :])
    if not any(part.is_empty for part in parts):
        message = f"'{edtf}' joins what was '{escape(first[0], 60)}' with what was '{escape(last[0], 60)}'"
        yield Fault(
            message, (*node.route, "edtf"), "keep the outcome here, and record the plan with its own date and status"
        )
