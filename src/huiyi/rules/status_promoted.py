"""A post held for another, for a time or not yet is recorded as simply held."""

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
EXAMINES = "person.tenure"

_LESS = re.compile(
    r"^(?:acting|interim|provisional|temporary|nominal|prospective|代理|署理|临时|臨時)|(?<=[\s-])(?:designate|elect)$",
    re.IGNORECASE,
)


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a tenure is 'held' and the title says that it was acting, temporary or still to come."""
    tenure = node.value
    if tenure["status"] != "held":
        return
    found = _LESS.search(tenure.get("title", ""))
    if found:
        message = f"the status is 'held', and the title is '{escape(tenure['title'], 60)}'"
        yield Fault(message, (*node.route, "title"), f"give the status for '{found[0].lower()}'")
