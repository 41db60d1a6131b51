"""Somebody acts in a post that their own record does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.acting import ACTORS
from huiyi.findings import Fault
from huiyi.holding import posts_held
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("meeting.attendant", "event.participant")


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the person is on record, and none of the tenures there can be of the post named here."""
    actor, post = node.value[ACTORS[node.shape.name]], node.value.get("post")
    person = corpus.records.get(actor)
    if post is None or person is None or corpus.is_unread(post) or corpus.node(post) is None:
        return
    tenures = [tenure.data for tenure in posts_held(corpus).of(actor)]
    # A tenure told in words alone may be of this very post.
    is_told = any(one.get("post", post) == post and one["organization"] == post.partition("#")[0] for one in tenures)
    if not is_told and not any(one.get("post") == post for one in tenures):
        posts = [one["post"] for one in tenures if "post" in one]
        has = f"'{escape(posts[0], 60)}'" if posts else "no post"
        message = (
            f"'{escape(actor, 60)}' is named here with the post '{escape(post, 60)}', and in the own record with {has}"
        )
        yield Fault(message, (*node.route, "post"), "correct the post or the name, or add the tenure to the person")
