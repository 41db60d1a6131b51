"""The one door to the YAML library: the events of a text, where each begins, and why a text is not YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from huiyi.findings import Position
from huiyi.loading.flaws import TOP, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "NotYamlError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "begin",
    "parse",
]


class NotYamlError(Exception):
    """The text breaks the grammar of YAML; `flaw` says where and how."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw


def parse(raw: bytes) -> Iterator[Any]:
    """Give the events of UTF-8 text one by one; raises NotYamlError where the text stops being YAML.

    Nothing is built and nothing recurses: libyaml keeps its own stack, and the reader decides how deep to go.
    """
    parser = CParser(raw)
    try:
        while type(event := parser.get_event()) is not StreamEndEvent:
            yield event
    except YAMLError as error:
        raise NotYamlError(_describe(error, last_line=raw.rstrip().count(b"\n"))) from error
    except UnicodeDecodeError as error:  # a tag may spell bytes as %ff
        raise NotYamlError(Flaw("invalid-yaml", "a tag is not UTF-8", "leave the tag out")) from error


def begin(event: Any) -> Position:
    """Give the position of an event's first character (of an empty value: the place where it would stand)."""
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1)


def _describe(error: YAMLError, last_line: int) -> Flaw:
    problem, mark = getattr(error, "problem", None), getattr(error, "problem_mark", None)
    context, opened = getattr(error, "context", None), getattr(error, "context_mark", None)
    message = str(problem or "the file is not YAML")
    if context and opened:
        if mark is None or mark.line > last_line:  # what was never closed is mended where it opens
            mark = opened
        message += f" {context} that begins on line {opened.line + 1}"
    position = Position(mark.line + 1, mark.column + 1) if mark else TOP
    return Flaw("invalid-yaml", message, "quote the value, or mend the indentation", position)
