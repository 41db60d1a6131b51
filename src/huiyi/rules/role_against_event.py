"""Somebody has a part in an event that its name or its type gives to nobody, or to others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "event"

BELONG = {
    "appointment": ("appointee",),
    "dismissal": ("sufferer", "affected-body"),
    "punishment": ("sufferer", "affected-body"),
    "purge": ("sufferer", "target", "affected-body"),
    "attack": ("target", "attacker"),
    "accusation": ("accused", "accuser", "target"),
}
"""The roles of which an event of a type has at least one, whoever else takes part."""

_NAMED = tuple(
    (re.compile(rf"\b{words}\b (?P<who>.+?)(?: (?:at|by|to|as|in|from) .*)?$", re.IGNORECASE), role)
    for words, role in (
        ("attack on", "target"),
        ("dismissal of", "sufferer"),
        ("appointment of", "appointee"),
        ("purge of", "sufferer"),
        ("warning to", "sufferer"),
        ("rehabilitation of", "beneficiary"),
        ("charges against", "accused"),
        ("replacement of", "sufferer"),
        (r"replacement of .+? by", "appointee"),
    )
)
_LIKE = {"sufferer": frozenset({"target", "accused", "affected-body"}), "accused": frozenset({"target", "sufferer"})}


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each participant whom the name gives another role, or where the role of the type is missing."""
    participants = node.value.get("participants", ())
    roles = {one["role"] for one in participants}
    wanted = BELONG.get(node.value["type"], ())
    misfits = list(_misfits(node, corpus))
    for at, role, name in misfits:
        own = participants[at]["role"]
        message = f"the role is '{escape(own, 60)}', and by the name '{escape(name, 60)}' it is '{role}'"
        yield Fault(message, ("participants", at, "role"), "correct the role or the participant")
    if wanted and participants and not misfits and roles.isdisjoint(wanted):
        message = f"nobody is '{wanted[0]}' in '{escape(record.id, 60)}', of the type '{node.value['type']}'"
        yield Fault(message, ("participants", 0, "role"), "correct the role, or the type of the event")


def _misfits(node: Node, corpus: Corpus) -> Iterator[tuple[int, str, str]]:
    """Give the participants that are named in the place of one role and have another: position, role and name."""
    participants = node.value.get("participants", ())
    for name, role, who in _affected(node.value):
        for at, one in enumerate(participants):
            if not _is_named(one["participant"], who, corpus):
                continue
            roles = {other["role"] for other in participants if other["participant"] == one["participant"]}
            if roles.isdisjoint({role, *_LIKE.get(role, ())}):
                yield at, role, name
                break


def _affected(event: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give the roles that the first name with such words gives, each with that name and the words for whom."""
    for name in event["names"]:
        found = {role: match["who"] for pattern, role in _NAMED if (match := pattern.search(name["text"]))}
        yield from ((name["text"], role, f" {words_of(who)} ") for role, who in found.items())
        if found:
            return


def _is_named(identifier: str, who: str, corpus: Corpus) -> bool:
    record = corpus.records.get(identifier)
    names = record.data.get("names", ()) if record is not None and record.kind.name == "person" else ()
    return any(f" {words_of(name['text'])} " in who for name in names)
