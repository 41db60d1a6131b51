"""Finds what the project once held and nothing stands for any more: released identifiers, and reviewed records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.checking.reading import LOCK, REGISTER
from huiyi.corpus import REDIRECT
from huiyi.findings import Finding
from huiyi.values.nearest import find_nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus
    from huiyi.register import Released

CODE = "vanished-identifier"
REVIEW_CODE = "vanished-review"
REVIEW_HINT = "give the record back; if it went on purpose, take this line out or run 'huiyi lock'"
MOST_HINTS = 50
"""How many vanished identifiers are sought under another name: to search for each of thousands would take minutes."""


def vanished(corpus: Corpus) -> Iterator[Finding]:
    """Give a finding, on its line of the register, for each identifier that is neither a record nor a redirect."""
    told = 0
    for identifier, released in corpus.register.entries.items():
        if is_vanished(identifier, corpus):
            told_as = f"released in version {released.since} as '{released.kind}'"
            message = f"'{escape(identifier, 60)}', {told_as}, is the name of no record and of no redirect"
            hint = _hint(identifier, released, corpus, is_sought=told < MOST_HINTS)
            told += 1
            yield Finding(REGISTER, released.row, 1, CODE, message, hint)


def vanished_reviews(corpus: Corpus) -> Iterator[Finding]:
    """Give a finding, on its line of the lock, for each sealed review of a record that is certainly gone."""
    for identifier, sealed in corpus.lock.seals.items():
        # Of a released identifier the register tells, and a redirect says what became of the record.
        if identifier not in corpus.register.entries and is_vanished(identifier, corpus):
            message = f"the lock holds the review of '{escape(identifier, 60)}' on {escape(sealed.reviewed, 60)}"
            yield Finding(LOCK, sealed.row, 1, REVIEW_CODE, f"{message}, and there is no such record", REVIEW_HINT)


def is_vanished(identifier: str, corpus: Corpus) -> bool:
    """Say whether an identifier is certainly gone: no record has it, and none that could not be read may."""
    if identifier in corpus.records or corpus.is_unread(identifier):
        return False
    # A record that states this identifier in a file of another name is told by identifier-not-file-name.
    stated = corpus.remembered((__name__, "stated"), lambda: {one.data["id"] for one in corpus.all_records})
    return identifier not in stated


def _hint(identifier: str, released: Released, corpus: Corpus, *, is_sought: bool) -> str:
    fresh = corpus.remembered((__name__, "fresh", released.kind), lambda: _unreleased(released.kind, corpus))
    renamed = find_nearest(identifier, fresh) if fresh and is_sought else None
    question = f"is it '{renamed}' now? " if renamed else ""
    folder = corpus.contract.kinds[REDIRECT].folder
    return (
        f"{question}give the record back, or write curation/{folder}/{escape(identifier, 120)}.yaml,"
        f" whose text 'huiyi explain {CODE}' shows"
    )


def _unreleased(kind: str, corpus: Corpus) -> list[str]:
    """Give the identifiers of a kind that no release has held: one of them may be the vanished one renamed."""
    return [one.id for one in corpus.by_kind.get(kind, ()) if one.id not in corpus.register.entries]
