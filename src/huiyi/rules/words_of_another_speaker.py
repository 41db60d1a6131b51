"""A speech has one person as its speaker, and all that is said in it, or a quotation from it, belongs to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.speech"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where no person to whom a point belongs is the speaker, or one quoted without an owner is not."""
    speaker, points = node.value["speaker"], node.value.get("points", ())
    owners = [one["claimant"] for one in points if _is_person(one.get("claimant", ""), corpus)]
    hint = "give the words to him who said them, in all places"
    if owners and speaker not in owners:
        message = f"the speaker is '{escape(speaker, 60)}', and what is said belongs to '{escape(owners[0], 60)}'"
        yield Fault(message, (*node.route, "speaker"), hint)
        return
    for at, point in enumerate(points):
        quoted = point.get("quotation", {}).get("speaker", "")
        if quoted != speaker and "claimant" not in point and _is_person(quoted, corpus):
            message = f"the speaker is '{escape(speaker, 60)}', and '{escape(quoted, 60)}' is quoted"
            yield Fault(message, (*node.route, "points", at, "quotation", "speaker"), hint)


def _is_person(identifier: str, corpus: Corpus) -> bool:
    return corpus.identifiers.get(identifier) == "person"
