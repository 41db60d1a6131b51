"""The one door to the YAML library: the events of a text, where each begins, and why a text is not YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from huiyi.findings import Position
from huiyi.loading.flaws import Flaw
from huiyi.loading.grammar import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "REFUSALS",
    "AliasEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "NotYamlError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "begin",
    "parse",
    "position",
    "taker",
]

REFUSALS = (YAMLError, UnicodeDecodeError)
"""What the library raises where a text is not YAML; a tag may spell bytes as %ff."""


class NotYamlError(Exception):
    """The text breaks the grammar of YAML; `flaw` says where and how.

    `since` is the first line that may hold the cause: the one above the flaw, or where the brackets around it open.
    """

    def __init__(self, flaw: Flaw, since: int) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw
        self.since = since


def parse(raw: bytes) -> Iterator[Any]:
    """Give the events of UTF-8 text one by one; raises NotYamlError where the text stops being YAML.

    Nothing is built and nothing recurses: libyaml keeps its own stack, and the reader decides how deep to go.
    """
    parser = CParser(raw)
    try:
        while type(event := parser.get_event()) is not StreamEndEvent:
            yield event
    except YAMLError as error:
        raise _describe(error, raw) from error
    except UnicodeDecodeError as error:  # a tag may spell bytes as %ff
        flaw = Flaw("invalid-yaml", "a tag is not UTF-8", "leave the tag out")
        raise NotYamlError(flaw, flaw.position.line) from error


def taker(raw: bytes) -> Callable[[], Any]:
    """Give what gives the next event of UTF-8 text at each call, None after the last; it raises REFUSALS."""
    take: Callable[[], Any] = CParser(raw).get_event
    return take


def begin(event: Any) -> Position:
    """Give the position of an event's first character (of an empty value: the place where it would stand)."""
    return position(event.start_mark)


def position(mark: Any) -> Position:
    """Give the position of a mark, as events have them."""
    return Position(mark.line + 1, mark.column + 1)


def _describe(error: YAMLError, raw: bytes) -> NotYamlError:
    text = raw.decode()
    problem, mark = getattr(error, "problem", None), getattr(error, "problem_mark", None)
    context, opened = getattr(error, "context", None) or "", getattr(error, "context_mark", None)
    if context == "while parsing a flow node" and mark and not text[mark.index :].strip():
        opened = _last_bracket(raw)  # the library names the empty place behind the last character
    flaw = describe(str(problem or "the file is not YAML"), mark, context, opened, text)
    since = opened.line + 1 if opened and context.startswith("while parsing a flow") else flaw.position.line - 1
    return NotYamlError(flaw, since)


def _last_bracket(raw: bytes) -> Any:
    """Give the mark of the innermost bracket that is open where a text stops being YAML."""
    parser, opened = CParser(raw), []
    try:
        while True:
            event = parser.get_event()
            if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                opened.append(event)
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                opened.pop()
    except YAMLError:
        return opened[-1].start_mark
