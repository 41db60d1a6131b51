"""Finds the identifiers that were released once and that nothing stands for any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.checking.reading import REGISTER
from huiyi.corpus import REDIRECT
from huiyi.findings import Finding
from huiyi.values.nearest import find_nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus
    from huiyi.register import Released

CODE = "vanished-identifier"
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


def is_vanished(identifier: str, corpus: Corpus) -> bool:
    """Say whether a released identifier is certainly gone: no record has it, and none that could not be read may."""
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
