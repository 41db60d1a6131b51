"""A speech has no date, though its meeting ran over several known days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.dates import parse
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node
    from huiyi.values.dates import Edtf

SEVERITY = "warning"
EXAMINES = "meeting.speech"

NOT_SPOKEN = frozenset({"planned", "declined"})


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a speech that was held is undated and its meeting does not tell its day."""
    occasion = corpus.records.get(node.value.get("occasion", record.id))
    if "date" in node.value or node.value["delivery"] in NOT_SPOKEN or occasion is None:
        return
    days = parse(occasion.data["date"]["edtf"]) if "date" in occasion.data else None
    if days is not None and _are_known(days):
        speaker = escape(node.value["speaker"], 60)
        message = f"the speech of '{speaker}' has no date, and the meeting ran '{days.text}'"
        yield Fault(message, (*node.route, "speaker"), "give the day; where the source gives none, record an anomaly")


def _are_known(days: Edtf) -> bool:
    """Say whether the days are several, with a known first and last."""
    return days.start is not None and days.end is not None and days.start.precision == days.end.precision == "day"
