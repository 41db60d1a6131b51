"""The title that somebody held is not that of the post to which the tenure points."""

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

_SECOND = re.compile(r"\b(?:deputy|vice|assistant|associate|alternate)\b|副", re.IGNORECASE)
"""What makes a title that of the second: the words for it may change places, but not fall away."""
_MEMBER = re.compile(r"\bmember\b|委员$", re.IGNORECASE)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where one of the two is a deputy's and the other is not, a member's, or another's."""
    title, address = node.value.get("title"), node.value.get("post", "")
    post = corpus.node(address)
    if title is None or post is None or post.shape.name != "organization.post" or post.parent is None:
        return
    printed = post.value["title"]
    others = {_plain(one["title"]) for one in post.parent.value["posts"] if one is not post.value}
    is_anothers = _plain(title) in others and _plain(title) != _plain(printed)
    ranks = (_SECOND, _MEMBER)
    is_of_other_rank = any(bool(rank.search(title)) != bool(rank.search(printed)) for rank in ranks)
    if is_anothers or is_of_other_rank:
        message = (
            f"the title is '{escape(title, 60)}', and the post '{escape(address, 120)}' is '{escape(printed, 60)}'"
        )
        yield Fault(message, (*node.route, "post"), "correct the title, or point to the post that it names")


def _plain(title: str) -> str:
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()
