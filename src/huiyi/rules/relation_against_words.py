"""A date's own words are "after this meeting", and it is called before the meeting, or nothing is; or the like."""

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
EXAMINES = "date"

# "After the congress" may be before this meeting.
_MEETING = r"this (?:\w+ )?(?:meeting|conference|congress|plenum|session)\b"
_EARLIER = re.compile(rf"\b(?:before|prior to) {_MEETING}|(?:本次|这次|此次)会议?[以之]?前", re.IGNORECASE)
_LATER = re.compile(rf"\b(?:after|following) {_MEETING}|(?:本次|这次|此次)会议?[以之]?后", re.IGNORECASE)
_EARLIER_RELATIONS = frozenset({"before", "preparation"})
_LATER_RELATIONS = frozenset({"after", "follow-up"})


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the printed words name the meeting at hand, and lead the other way alone."""
    relation, printed = node.value.get("relation"), node.value.get("printed", "")
    leads_back, leads_on = bool(_EARLIER.search(printed)), bool(_LATER.search(printed))
    if leads_back == leads_on:
        return
    if relation in (_LATER_RELATIONS if leads_back else _EARLIER_RELATIONS):
        message = f"the relation is '{escape(relation, 60)}', and the words are '{escape(printed, 60)}'"
        yield Fault(message, (*node.route, "relation"), "correct the relation or the date")
    elif relation is None:
        message = f"the words are '{escape(printed, 60)}', and no relation says how the date lies to the meeting"
        yield Fault(message, (*node.route, "printed"), "give the relation")
