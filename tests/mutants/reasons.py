"""Says why no operator was made for a few rules: what the records would have to hold for it, and do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from huiyi.corpus import Corpus


class Reason(NamedTuple):
    """Why a rule has no operator, in words, and whether that is so of the records at hand."""

    words: str
    holds: Callable[[Corpus], bool]


def _has_no_single_seat(corpus: Corpus) -> bool:
    posts = (post for body in corpus.by_kind["organization"] for post in body.data.get("posts", ()))
    return all(post.get("seats") != 1 for post in posts)


REASONS: Mapping[str, Reason] = {
    "changed-since-review": Reason(
        "it tells of every change of a reviewed record, be it wrong or right, and is counted apart",
        lambda corpus: any("reviewed" in record.data for record in corpus.all_records),
    ),
    "reused-identifier": Reason("nothing has been released", lambda corpus: not corpus.register.entries),
    "seat-held-twice": Reason("no post is recorded with a single seat", _has_no_single_seat),
}
