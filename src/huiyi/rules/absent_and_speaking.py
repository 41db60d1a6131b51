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
EXAMINES = "meeting.attendant"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an absent person gave a speech at this very meeting, or is also listed as its chair."""
    person = node.value["person"]
    if node.value["presence"] != "absent" or not is_firm(node.value):
        return
    speakers, chairs = corpus.remembered((__name__, record.document.path), lambda: _acting(record))
    spoke, chaired = person in speakers, person in chairs
    if spoke or chaired:
        act = "gives a speech" if spoke else "takes the chair"
        message = f"'{escape(person, 60)}' is listed as absent and {act} at this meeting"
        yield Fault(message, (*node.route, "presence"), "correct the presence, or how the speech was delivered")


def _acting(record: Record) -> tuple[set[str], set[str]]:
    """Give those who spoke at the meeting itself, and those who are listed as its present chairs."""
    speakers = {
        speech["speaker"]
        for speech in record.data.get("speeches", ())
        if speech["delivery"] == "given" and is_firm(speech) and speech.get("occasion", record.id) == record.id
    }
    people = record.data["attendance"]["people"]
    chairs = {one["person"] for one in people if one["presence"] == "present" and one.get("role") == "chair"}
    return speakers, chairs
