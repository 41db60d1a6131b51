"""Where the lock has fallen behind the records or the texts, so that it must be written again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from huiyi.evidence.lock import Entry, Lock, PageMap, passage_entry, source_entry
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from huiyi.evidence.passages import Passage
    from huiyi.evidence.texts import SourceText


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing in which the lock is behind: what has happened, to which source and passage, and a sentence.

    `row` is the line of the lock; 1 for what the lock does not hold.
    """

    kind: Literal["missing", "unused", "changed", "source-changed"]
    source: str
    passage: Passage | None
    message: str
    row: int


def stale(
    lock: Lock,
    passages: Iterable[Passage],
    texts: Mapping[str, SourceText] | None = None,
    pages: Mapping[str, PageMap] | None = None,
    digests: Mapping[str, str] | None = None,
) -> list[Stale]:
    """Compare the lock with the passages that the records cite, and with all texts that are at hand.

    `digests` are the SHA-256 that the records of the sources state; they count where the text is not at hand.
    A passage that its text does not hold is left to the check of passages. Sorted by source and place.
    """
    known, mapped = texts or {}, pages or {}
    changed = {found.source: found for found in _sources(lock, known, digests or {})}
    found = list(changed.values())
    cited = set(passages)
    for passage in cited:
        # When a whole text has changed, each of its passages has: that is said once.
        if passage.source not in changed:
            found += _passage(lock, passage, known.get(passage.source), mapped.get(passage.source, ()))
    for passage in lock.entries.keys() - cited:
        message = f"no record cites {passage} any more"
        found.append(Stale("unused", passage.source, passage, message, lock.entries[passage].row))
    return sorted(found, key=lambda one: (one.source, one.passage.order if one.passage else ()))


def _sources(lock: Lock, texts: Mapping[str, SourceText], digests: Mapping[str, str]) -> Iterator[Stale]:
    """Yield the sources of which the lock holds another text than the one at hand or the one on record."""
    for source_id in sorted(texts.keys() | digests.keys() | lock.sources.keys()):
        locked = lock.sources.get(source_id)
        row = locked.row if locked else 1
        if source_id in texts:
            fresh = source_entry(texts[source_id])
            if locked is None:
                yield Stale("source-changed", source_id, None, f"the lock does not hold {source_id}", row)
            elif locked != fresh:
                message = f"the lock was written from another text of {source_id}"
                yield Stale("source-changed", source_id, None, message, row)
        elif locked and source_id in digests and locked.sha256 != digests[source_id]:
            message = f"the lock holds {source_id} as {locked.sha256}, its record states {digests[source_id]}"
            yield Stale("source-changed", source_id, None, message, row)
        elif locked and digests and source_id not in digests:
            yield Stale("unused", source_id, None, f"no record describes the source {escape(source_id)} any more", row)


def _passage(lock: Lock, passage: Passage, text: SourceText | None, pages: PageMap) -> Iterator[Stale]:
    """Yield what the lock says of one cited passage that is no longer so."""
    locked = lock.entries.get(passage)
    fresh = passage_entry(passage, text, pages) if text else None
    if text and fresh is None:
        return
    if locked is None:
        yield Stale("missing", passage.source, passage, f"the lock does not hold {passage}", 1)
    elif fresh and locked != fresh:
        message = f"the lock holds {passage} at {_place(locked)}, it stands at {_place(fresh)}"
        yield Stale("changed", passage.source, passage, message, locked.row)


def _place(entry: Entry) -> str:
    """Name a place by offsets, page, and the beginning of its digest, which tells two texts apart."""
    page = f", page {entry.page}" if entry.page else ""
    return f"characters {entry.start}-{entry.end}{page} (SHA-256 {entry.sha256[:8]})"
