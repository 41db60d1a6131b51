"""Somebody is listed as absent from a meeting, yet speaks there or takes the chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.attendant", "meeting.speech")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an absent person is listed, at their first speech that was given, and where they chair."""
    absent, speeches, chairs = corpus.remembered((__name__, record.document.path), lambda: _acting(record))
    is_speech = node.shape.name == "meeting.speech"
    person = node.value["speaker" if is_speech else "person"]
    if person not in absent or not is_firm(node.value):
        return
    act = "gives a speech" if person in speeches else "takes the chair"
    message = f"'{escape(person, 60)}' is listed as absent and {act} at this meeting"
    hint = "correct the name, the presence, or how the speech was delivered"
    if is_speech and speeches.get(person) == node.route[-1]:
        yield Fault(message, (*node.route, "speaker"), hint)
    elif not is_speech and node.value["presence"] == "absent" and (person in speeches or person in chairs):
        yield Fault(message, (*node.route, "presence"), hint)
    elif not is_speech and chairs.get(person) == node.route[-1]:
        yield Fault(message, (*node.route, "person"), hint)


def _acting(record: Record) -> tuple[set[str], dict[str, int], dict[str, int]]:
    """Give those who are absent, and the first place of those who spoke at the meeting itself and of present chairs."""
    people = record.data.get("attendance", {}).get("people", ())
    absent = {one["person"] for one in people if one["presence"] == "absent" and is_firm(one)}
    speeches: dict[str, int] = {}
    for place, speech in enumerate(record.data.get("speeches", ())):
        if speech["delivery"] == "given" and is_firm(speech) and speech.get("occasion", record.id) == record.id:
            speeches.setdefault(speech["speaker"], place)
    chairs: dict[str, int] = {}
    for place, one in enumerate(people):
        if one["presence"] == "present" and one.get("role") == "chair":
            chairs.setdefault(one["person"], place)
    return absent, speeches, chairs
