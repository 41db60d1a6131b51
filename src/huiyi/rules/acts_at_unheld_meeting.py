"""A meeting that was planned, cancelled or is only pointed to has people present, speeches or decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting"

NOT_ACTS = frozenset({"planned", "declined"})
"""How a speech can be delivered to a meeting that does not meet: not at all."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the status says that nothing is told of the meeting itself, and the record tells something."""
    status = node.value["status"]
    acts = _acts(node.value) if status != "held" else []
    if acts:
        message = f"the status is '{escape(status, 60)}', and the record tells of {acts[0]}"
        yield Fault(message, ("status",), "set the status to 'held', or take out what did not take place")


def _acts(meeting: Mapping[str, Any]) -> list[str]:
    """Give, in words, what can only be told of a meeting that met."""
    attendance = meeting.get("attendance", {})
    present = [one["person"] for one in attendance.get("people", ()) if one["presence"] == "present"]
    present += [one["group"] for one in attendance.get("groups", ()) if one.get("presence") == "present"]
    spoke = [one["speaker"] for one in meeting.get("speeches", ()) if one["delivery"] not in NOT_ACTS]
    decided = [one["text"] for one in meeting.get("decisions", ())]
    found = [f"'{escape(who, 60)}' as present" for who in present]
    found += [f"a speech by '{escape(who, 60)}'" for who in spoke]
    return found + [f"the decision '{escape(text, 60)}'" for text in decided]
