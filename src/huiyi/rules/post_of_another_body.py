"""A tenure is of a post in one body, and names another body as the one where it was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the post is not one of the body that the tenure names."""
    post, body = node.value.get("post"), node.value.get("organization")
    if post is not None and body is not None and post.partition("#")[0] != body:
        message = f"the post '{escape(post, 80)}' is none of '{escape(body, 60)}'"
        yield Fault(message, (*node.route, "post"), "correct the post or the organization")
