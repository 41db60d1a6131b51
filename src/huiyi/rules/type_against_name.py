"""A meeting, body, document or event is of another type than its name says."""

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
EXAMINES = ("meeting", "organization", "document", "event")

UNSAID = {
    "meeting": frozenset({"meeting"}),
    "organization": frozenset({"unstated", "class-of-bodies", "faction"}),
    "document": frozenset({"document", "speech-text", "file"}),
    "event": frozenset({"incident", "phase"}),
}
"""The types that any name can have: those of which no more is known, of bodies of every sort, and of spoken texts."""

_LATER_WORDS = re.compile(r"\s+(?:of|on|in|at|called|held)\s.*|\s*\(.*?\)", re.IGNORECASE)
_TYPES = {
    kind: tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in patterns)
    for kind, patterns in {
        "meeting": (
            (r"\bplenum$|中全会$", "plenum"),
            (r"\bwork conference$|工作会议$", "work-conference"),
            (r"\bparty congress$", "party-congress"),
            (r"\bparty conference$", "party-conference"),
            (r"\bleading[- ]group meeting$", "leading-group-meeting"),
            (r"\bsymposi(?:um|a)$|座谈会$", "symposium"),
        ),
        "organization": (
            (r"^ministry of (?!.*\b(?:department|bureau|school|press)$)|\w ministry$", "ministry"),
            (r"\bdepartment(?: of the .*central committee)?$", "department"),
            (r"\b(?:commission|军委)$", "commission"),
            (r"\bbureau$", "bureau"),
            (r"\bassociation$|协会$", "association"),
            (r"\bnews agency$|通讯社$", "news-medium"),
            (r"\buniversity$|大学$", "school"),
            (r"\buniversity press$|出版社$", "publisher"),
            (r"^politburo$", "central-committee"),
            (r"^leading group$|领导小组$", "leading-group"),
        ),
        "document": (
            (r"^(?:draft )?resolutions?\b|\bresolution$|决议$", "resolution"),
            (r"^decision\b|决定$", "decision"),
            (r"^directive\b|指示$", "directive"),
            (r"^communiqu[eé]|公报$", "communique"),
            (r"^report\b|\breport$|报告$", "report"),
            (r"^letter\b", "letter"),
            (r"^list\b|\blist$|名单$", "list"),
            (r"^opinions\b", "opinions"),
        ),
        "event": (
            (r"^purges?\b", "purge"),
            (r"^(?:the \w+ )?attack\b", "attack"),
            (r"^dismissal\b", "dismissal"),
            (r"^appointment\b", "appointment"),
            (r"^rehabilitation\b", "rehabilitation"),
            (r"^aboli(?:tion|shing)\b", "abolition"),
            (r"\bwar$|战争$", "war"),
            (r"^campaign\b|\bcampaign$", "campaign"),
            (r"\bdisaster$", "disaster"),
            (r"^death\b", "death"),
            (r"^arrest\b", "arrest"),
        ),
    }.items()
}


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where names have the word for some types, and the type is none of them."""
    kind = record.kind.name
    said = [(name["text"], word) for name in node.value["names"] if (word := _type_of(name["text"], kind))]
    if said and node.value["type"] not in {word for _, word in said} | UNSAID[kind]:
        name, word = said[0]
        message = f"the type is '{escape(node.value['type'], 60)}', and '{escape(name, 60)}' is a '{word}'"
        yield Fault(message, ("type",), f"set the type to '{word}', or correct the name")


def _type_of(name: str, kind: str) -> str:
    head = _LATER_WORDS.sub("", name) if kind == "meeting" else name
    return next((said for pattern, said in _TYPES[kind] if pattern.search(head)), "")
