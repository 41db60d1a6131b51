"""Somebody has a part in an event other than the one that its name gives them."""

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
_SUFFERERS = frozenset({"sufferer", "target", "accused", "affected-body"})
_LIKE = dict.fromkeys(_SUFFERERS, _SUFFERERS)
_AND = re.compile(r",|\band\b|[、和与]")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each participant whom the name gives another role."""
    participants = node.value.get("participants", ())
    for at, role, name in _misfits(node, corpus):
        own = participants[at]["role"]
        message = f"the role is '{escape(own, 60)}', and by the name '{escape(name, 60)}' it is '{role}'"
        yield Fault(message, ("participants", at, "role"), "correct the role or the participant")


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


def _affected(event: Mapping[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """Give the roles that the first name with such words gives, each with that name and the names to which."""
    for name in event["names"]:
        found = {role: match["who"] for pattern, role in _NAMED if (match := pattern.search(name["text"]))}
        yield from ((name["text"], role, list(map(words_of, _AND.split(who)))) for role, who in found.items())
        if found:
            return


def _is_named(identifier: str, who: list[str], corpus: Corpus) -> bool:
    """Say whether one of the names is a person's, and not part of another's, such as that of his followers."""
    record = corpus.records.get(identifier)
    names = record.data.get("names", ()) if record is not None and record.kind.name == "person" else ()
    return any(words_of(name["text"]) in who for name in names)
