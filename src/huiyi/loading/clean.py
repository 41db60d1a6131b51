"""Read a file in which nothing is in doubt, quickly, and say of any other only that it must be looked into."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any
from unicodedata import is_normalized

from huiyi.loading.events import (
    REFUSALS,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    taker,
)
from huiyi.loading.flaws import MAXIMUM_DEPTH, MAXIMUM_NODES, MAXIMUM_SCALAR
from huiyi.loading.mistakes import CURLY, find_directive, may_cut
from huiyi.loading.scalars import FIRST_OF_DOUBTFUL, Refusal, read_plain
from huiyi.values.text import find_wide_spaces, is_harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    Take = Callable[[], Any]

BEFORE_NODES = "\n,:-[{?"
"""At the top of a file and behind each of these two nodes may begin, a mapping and its first key, and nowhere else."""


DOUBTFUL = FIRST_OF_DOUBTFUL | frozenset(CURLY)
"""The characters (and '' for no character) that begin what may be something else than text, or a mistake."""


class DoubtError(Exception):
    """Something may be wrong with the file, and the reading that can say what it is must judge."""


def read_clean(text: str, raw: bytes) -> dict[str, Any]:
    """Give the mapping that a file holds; raise DoubtError where it may have any flaw.

    What a careful reading takes long for is to know at every step where it is, and few files need that.
    """
    may_have_many_nodes = 2 + 2 * sum(map(text.count, BEFORE_NODES)) > MAXIMUM_NODES
    has_wide_space = next(find_wide_spaces(text), None) is not None
    if may_have_many_nodes or has_wide_space or may_cut(text) or find_directive(text):
        raise DoubtError
    take = taker(raw)
    try:
        take(), take()  # the beginnings of the stream and of the document
        first = take()
        if type(first) is not MappingStartEvent:
            raise DoubtError
        whole: dict[str, Any] = _part(first, take, 1)
        ends = type(take()), type(take())
    except REFUSALS:
        raise DoubtError from None
    if ends != (DocumentEndEvent, StreamEndEvent):
        raise DoubtError
    return whole


def _part(event: Any, take: Take, depth: int) -> Any:
    """Give what begins with an event: a value, or a mapping or list with all that is in it."""
    if event.anchor is not None or event.tag is not None:  # an alias has an anchor, too
        raise DoubtError
    kind = type(event)
    if kind is ScalarEvent:
        value = event.value
        if event.style or value[:1] in DOUBTFUL or "?" in value or len(value) > MAXIMUM_SCALAR:
            return _read(value, event.style)
        return value
    if depth > MAXIMUM_DEPTH:
        raise DoubtError
    return _mapping(take, depth) if kind is MappingStartEvent else _listing(take, depth)


def _mapping(take: Take, depth: int) -> dict[str, Any]:
    held: dict[str, Any] = {}
    while type(event := take()) is not MappingEndEvent:
        key = _part(event, take, depth)
        if type(key) is not str or key in held or key == "<<":
            raise DoubtError
        held[intern(key)] = _part(take(), take, depth + 1)
    return held


def _listing(take: Take, depth: int) -> list[Any]:
    held: list[Any] = []
    while type(event := take()) is not SequenceEndEvent:
        held.append(_part(event, take, depth + 1))
    return held


def _read(value: str, style: str | None) -> Any:
    """Give what a scalar stands for that is quoted, or that may be something else than text."""
    if style:
        typed: Any = value
        is_sound = style != '"' or (is_harmless(value) and is_normalized("NFC", value))
    else:
        typed = read_plain(value)
        is_sound = type(typed) is not Refusal and "?" not in value and value[0] not in CURLY
    if not is_sound or len(value) > MAXIMUM_SCALAR:
        raise DoubtError
    return typed
