"""Tells in words what changed in the forms of the tables; the same change of many columns is told once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from huiyi.differences.pairing import canonical
from huiyi.differences.phrases import Phrase, Said, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.differences.form_changes import FormChange

MOST_PLACES = 4
MOST_WORDS = 12


def form_sentences(changes: Sequence[FormChange]) -> Iterator[Phrase]:
    """Give a sentence for each change, in their order; its end says which step of version it asks for."""
    alike = defaultdict[tuple[Any, ...], list["FormChange"]](list)
    for change in changes:
        name = {"table": change.table, "column": change.column}.get(change.promise, "")
        alike[change.promise, name, canonical(change.old), canonical(change.new)].append(change)
    for same in alike.values():
        yield (*_sentence(same[0], _places(same)), f" ({same[0].level})")


def _places(changes: Sequence[FormChange]) -> Phrase:
    places = [f"{change.table}.{change.column}" if change.column else change.table for change in changes]
    return listed(places, MOST_PLACES)


def _sentence(change: FormChange, places: Phrase) -> Phrase:
    noun = "column " if change.column else "table "
    start: Phrase = (noun, *places, ": ")
    if change.promise in {"table", "column"}:
        return (*start, "new" if change.old is None else "gone")
    if change.promise == "required":
        return (*start, "now always filled" if change.new else "may now be empty")
    if change.promise == "description":
        return (*start, "described anew")
    if change.promise == "words":
        return (*start, *_words(change))
    noun = {"type": "type", "refers_to": "table referred to", "minimum": "minimum", "key": "key"}[change.promise]
    old, new = (("none",) if side is None else (Said(_shown(side)),) for side in (change.old, change.new))
    return (*start, f"{noun} is now ", *new, ", was ", *old)


def _shown(side: Any) -> str:
    return ", ".join(map(str, side)) if isinstance(side, list) else str(side)


def _words(change: FormChange) -> Phrase:
    if change.new is None:
        return ("any value may stand there now, not only listed words",)
    if change.old is None:
        return ("only listed words may stand there now: ", *listed(change.new, MOST_WORDS))
    gone: Phrase = ("no longer allows ", *listed(change.old, MOST_WORDS)) if change.old else ()
    come: Phrase = ("now allows ", *listed(change.new, MOST_WORDS)) if change.new else ()
    return (*gone, " and ", *come) if gone and come else gone + come
