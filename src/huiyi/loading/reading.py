"""Read the text of one file as plain values, in the strict part of YAML that records are written in."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Any

from huiyi.loading.clean import DoubtError, read_clean
from huiyi.loading.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NotYamlError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    begin,
    parse,
)
from huiyi.loading.flaws import MAXIMUM_DEPTH, MAXIMUM_FLAWS, MAXIMUM_NODES, MAXIMUM_SCALAR, TOP, Code, Flaw
from huiyi.loading.mistakes import QUOTES, find_directive, find_mistake, may_mislead
from huiyi.loading.scalars import FIRST_OF_DOUBTFUL, Refusal, read_plain
from huiyi.loading.spaces import Stretch, check_escapes, check_spaces
from huiyi.values.text import escape, find_wide_spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FREE_KEYS = frozenset(["printed", "from", "to"])
"""Fields that hold what a source prints (a test holds them to the schemas); wide spaces may stand in them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The mapping that a file holds, or None and the flaws found, in their order in the file."""

    data: dict[str, Any] | None
    flaws: tuple[Flaw, ...]


def read(text: str, raw: bytes) -> Reading:
    """Read `text`, which `check_characters` found clean; `raw` is the same text as UTF-8."""
    try:
        return Reading(read_clean(text, raw), ())
    except DoubtError:
        return read_carefully(text, raw)


def read_carefully(text: str, raw: bytes) -> Reading:
    """Read a file about which something is in doubt: the same values where nothing is wrong, and else every flaw."""
    if directive := find_directive(text):
        return Reading(None, (directive,))
    builder = _Builder(text)
    builder.follow(parse(raw))
    if builder.flaws:
        flaws = sorted(builder.flaws, key=lambda flaw: flaw.position)
        return Reading(None, tuple(flaws))
    return Reading(builder.root, ())


class _EnoughError(Exception):
    """Nothing that follows in the file can be judged, or enough has been found."""


class _Builder:
    """What is built while the events of one file go by, one method for each kind of event."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.flaws: list[Flaw] = []
        self.root: dict[str, Any] = {}
        self.container: dict[str, Any] | list[Any] | None = None
        self.key: str | None = None  # in a mapping: the key whose value comes next
        self.outer: list[tuple[dict[str, Any] | list[Any] | None, str | None]] = []
        self.brackets = 0  # the level at which the brackets or braces open that everything now stands in; 0 for none
        self.nodes = 0
        self.documents = 0
        self.anchors: set[str] = set()
        self.has_wide_spaces = not text.isascii() and any(True for _ in find_wide_spaces(text))
        self.is_odd_text = self.has_wide_spaces or "\\" in text  # only then each scalar is looked into
        self.free: list[Stretch] = []  # where wide spaces may stand
        self.may_mislead = may_mislead(text)
        self.misled = 0  # the line of the last mistaken plain scalar: what else is odd on it probably follows from it

    def follow(self, events: Iterator[Any]) -> None:
        steps: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._read_scalar,
            MappingStartEvent: lambda event: self._open(event, {}),
            SequenceStartEvent: lambda event: self._open(event, []),
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._refuse_alias,
            DocumentStartEvent: self._begin_document,
        }
        try:
            for event in events:
                step = steps.get(type(event))
                if step is not None:
                    step(event)
                    if self.nodes > MAXIMUM_NODES:
                        self._refuse_more(event)
            if self.documents == 0:
                self._object("not-a-mapping", "the file holds no record", "write it, or remove the file")
            if self.has_wide_spaces:
                self._add(check_spaces(self.text, self.free))
        except _EnoughError:
            pass
        except NotYamlError as error:
            if error.since > self.misled or not self.misled:
                self.flaws.append(error.flaw)

    def _object(self, code: Code, message: str, hint: str, event: Any = None) -> None:
        position = begin(event) if event else TOP
        if position.line != self.misled:
            self._add([Flaw(code, message, hint, position)])

    def _add(self, flaws: Iterable[Flaw]) -> None:
        for flaw in flaws:
            self.flaws.append(flaw)
            if len(self.flaws) >= MAXIMUM_FLAWS:
                raise _EnoughError

    def _begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._object("several-documents", "a second document begins here", "give it its own file", event)
            raise _EnoughError

    def _read_scalar(self, event: Any) -> None:
        self.nodes += 1
        value = event.value
        if self.is_odd_text or event.anchor or event.tag or len(value) > MAXIMUM_SCALAR:
            self._look_into(event)
        if (self.may_mislead or (self.brackets and "?" in value)) and event.style not in QUOTES:
            self._look_for_mistake(event)
        container = self.container
        if type(container) is dict:
            if self.key is None:
                self.key = self._read_key(event, container)
            else:
                is_text = event.style or value[:1] not in FIRST_OF_DOUBTFUL
                container[self.key] = value if is_text else self._type_plain(event, value)
                self.key = None
        elif type(container) is list:
            container.append(value if event.style else self._type_plain(event, value))
        else:
            self._refuse_top(event)

    def _look_for_mistake(self, event: Any) -> None:
        mistake = find_mistake(self.text, event, is_in_brackets=self.brackets > 0)
        if mistake is not None and event.start_mark.line + 1 != self.misled:
            self.misled = event.end_mark.line + 1
            self._add([mistake])

    def _type_plain(self, event: Any, text: str) -> Any:
        value = read_plain(text)
        if value is text or type(value) is not Refusal:
            return value
        if event.tag is None:  # a tag is refused already, and an empty value behind it is no second fault
            self._object(value.code, value.message, value.hint, event)
        return None

    def _read_key(self, event: Any, container: dict[str, Any]) -> str:
        key: str = event.value
        if key[:1] in FIRST_OF_DOUBTFUL and not event.style and read_plain(key) is not key:
            message = f"the key {escape(key, 60) or '(empty)'} is not certainly text"
            self._object("key-not-text", message, "quote it", event)
        elif key == "<<" and not event.style:
            self._object("merge-key", "a merge key copies another mapping", "write the keys", event)
        elif key in container:
            message = f"the key '{escape(key, 60)}' stands twice in one mapping"
            self._object("duplicate-key", message, "keep one of the two", event)
        return intern(key)

    def _open(self, event: Any, inner: dict[str, Any] | list[Any]) -> None:
        self.nodes += 1
        self._check_decoration(event)
        container = self.container
        if type(container) is list:
            container.append(inner)
        elif type(container) is not dict:
            self.root = inner if isinstance(inner, dict) else self._refuse_top(event)
        elif self.key is None:
            self._object("key-not-text", "a list or a mapping stands as a key", "write a word", event)
            raise _EnoughError
        else:
            container[self.key] = inner
        self.outer.append((container, self.key))
        self.brackets = self.brackets or (len(self.outer) if event.flow_style else 0)
        if len(self.outer) > MAXIMUM_DEPTH:
            self._object("too-deep", f"more than {MAXIMUM_DEPTH} levels", "make the record flatter", event)
            raise _EnoughError
        self.container, self.key = inner, None

    def _close(self, _event: Any) -> None:
        self.brackets = self.brackets if len(self.outer) > self.brackets else 0
        self.container, _ = self.outer.pop()
        self.key = None

    def _check_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self.anchors.add(event.anchor)
            message = f"the anchor &{escape(event.anchor, 60)} names a value for other places"
            self._object("anchor-or-alias", message, "write the value where it is needed", event)
        if event.tag is not None:
            message = f"the tag {escape(event.tag, 60)} gives a value a type"
            self._object("yaml-tag", message, "leave the tag out", event)

    def _refuse_alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:  # of an anchor and its aliases, the anchor is the fault
            message = f"the alias *{escape(event.anchor, 60)} repeats another value"
            self._object("anchor-or-alias", message, "write the value itself, or quote the star", event)
        if self.container is None:
            self._refuse_top(event)
        if type(self.container) is dict:
            self.key = "" if self.key is None else None

    def _refuse_more(self, event: Any) -> None:
        message = f"more than {MAXIMUM_NODES:,} keys and values"
        self._object("too-many-nodes", message, "divide the record", event)
        raise _EnoughError

    def _refuse_top(self, event: Any) -> Any:
        self._object("not-a-mapping", "the file does not hold a mapping", "begin with 'id: ...'", event)
        raise _EnoughError

    def _enclosing_key(self) -> str | None:
        """Name the field that holds this scalar, itself or in lists; None where the scalar is a key."""
        if type(self.container) is dict:
            return self.key
        return next((key for _, key in reversed(self.outer) if key is not None), None)

    def _look_into(self, event: Any) -> None:
        self._check_decoration(event)
        if len(event.value) > MAXIMUM_SCALAR:
            message = f"{len(event.value):,} characters; a value may have {MAXIMUM_SCALAR:,}"
            self._object("scalar-too-long", message, "divide it", event)
        if not self.is_odd_text:
            return
        stretch = Stretch(event.start_mark.index, event.end_mark.index, begin(event))
        is_free = self._enclosing_key() in FREE_KEYS
        if is_free:
            self.free.append(stretch)
        if event.style == '"':
            self._add(check_escapes(self.text, event.value, stretch, is_free=is_free))
