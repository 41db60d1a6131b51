"""Words are given to two people: to the speaker of a quotation or speech, and to another as their owner."""

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
EXAMINES = ("quotation", "meeting.speech")

ENOUGH = 2
"""From how many points on these tell that the speaker is wrong, and not that one of them repeats somebody."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the owner of a quotation, or of all points of a speech, is a person other than the speaker."""
    speaker = node.value.get("speaker", "")
    if node.shape.name == "quotation":
        owner = node.parent.value.get("claimant", "") if node.parent else ""
        is_other = _is_person(owner, corpus) and owner != speaker
    else:
        voices = [_voice(point) for point in node.value.get("points", ())]
        people = [voice for voice in voices if _is_person(voice, corpus)]
        owner = people[0] if people else ""
        is_other = len(people) >= ENOUGH and set(people) == {owner} != {speaker}
    if is_other and _is_person(speaker, corpus):
        message = f"the speaker is '{escape(speaker, 60)}', and the words are those of '{escape(owner, 60)}'"
        yield Fault(message, (*node.route, "speaker"), "give the words to him who said them, in all places")


def _voice(point: Mapping[str, Any]) -> str:
    """Give the one to whom a point of a speech belongs, or else who is quoted; empty where it does not say."""
    return str(point.get("claimant") or point.get("quotation", {}).get("speaker", ""))


def _is_person(identifier: str, corpus: Corpus) -> bool:
    return corpus.identifiers.get(identifier) == "person"
