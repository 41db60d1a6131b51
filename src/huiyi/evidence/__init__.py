"""Where a statement comes from: passages of the source texts, found, locked, counted and cited."""

from huiyi.evidence.lock import Lock, SourceEntry, read_lock, source_entry, write_lock
from huiyi.evidence.passages import MOST_WORDS, Located, NotFound, Passage, locate, selector, words_in
from huiyi.evidence.staleness import Stale, stale
from huiyi.evidence.texts import SourceText, read_texts

__all__ = [
    "MOST_WORDS",
    "Located",
    "Lock",
    "NotFound",
    "Passage",
    "SourceEntry",
    "SourceText",
    "Stale",
    "locate",
    "read_lock",
    "read_texts",
    "selector",
    "source_entry",
    "stale",
    "words_in",
    "write_lock",
]
