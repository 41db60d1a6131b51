"""A meeting is one of another body than the one of which its name calls it a session."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.naming import named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "meeting"

SITTING = r".*\b(?:plenum|session|meeting) of (?:the )?{}(?: (?:at|called|for|held|in|on)\b.*)?"
"""How a name says that a body met; other words behind the body may belong to the name of another."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a name says that a body on record met, and no name says it of the body of the meeting."""
    body = node.value.get("body", "")
    if not body:
        return
    said = {name["text"]: _bodies(name["text"], corpus) for name in node.value["names"]}
    if any(body in bodies for bodies in said.values()):
        return
    for name, bodies in said.items():
        if bodies:
            message = (
                f"the body is '{escape(body, 60)}', and '{escape(name, 60)}' is one of '{escape(min(bodies), 60)}'"
            )
            yield Fault(message, ("body",), "correct the body or the name")
            return


def _bodies(name: str, corpus: Corpus) -> frozenset[str]:
    """Give the bodies of which a name calls the meeting a sitting, where they have names of several words."""
    words = words_of(name)
    bodies = (one for one in named(name, corpus) if one.kind == "organization" and len(one.form) > 1)
    sat = (one.owners for one in bodies if re.fullmatch(SITTING.format(re.escape(" ".join(one.form))), words))
    return frozenset(chain.from_iterable(sat))
