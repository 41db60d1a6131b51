"""A tenure points to a post of one organization and names another one."""

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
    """Give a fault where the post is no post of the organization."""
    post, organization = node.value.get("post"), node.value["organization"]
    if post is not None and (owner := post.partition("#")[0]) != organization:
        message = f"the organization is '{escape(organization, 60)}', and the post is one of '{escape(owner, 60)}'"
        yield Fault(message, (*node.route, "organization"), "correct the organization or the post")
