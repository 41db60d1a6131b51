"""Load one record file: its data when it is sound, and otherwise the findings that say what to mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from huiyi.loading import marks
from huiyi.loading.characters import check_characters, decode
from huiyi.loading.files import OUTSIDE, find_inside, read_bytes
from huiyi.loading.flaws import TOP, Flaw
from huiyi.loading.folders import SUFFIX
from huiyi.loading.reading import Reading, read
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from huiyi.findings import Finding, Position, Route


@dataclass(frozen=True)
class Document:
    """One file as it was read: either data or findings, never both and never neither.

    `path` is relative to the root, with slashes and safe to print; `stem` is the file's name without `.yaml`;
    `raw` holds the bytes that `data` was read from (empty when they could not be read).
    """

    path: str
    stem: str
    data: Mapping[str, Any] | None
    findings: tuple[Finding, ...]
    raw: bytes = field(default=b"", repr=False)

    def locate(self, route: Route, *, at_key: bool = False) -> Position:
        """Give the position of a value, or of its key; of the nearest ancestor where the route leads nowhere.

        The items of a list have no keys: `at_key` changes nothing for them. A document with findings knows
        only its top.
        """
        return TOP if self.data is None else marks.locate(self._marks, route, at_key=at_key)

    @cached_property
    def _marks(self) -> marks.Marked:
        return marks.mark(self.raw)


def load(root: Path, path: Path) -> Document:
    """Read one file under `root`. Whatever is in the file or stands at its path, the answer is a Document."""
    inside = find_inside(root, path)
    raw = OUTSIDE if inside is None else read_bytes(root, inside)
    if isinstance(raw, Flaw):
        reading, raw = Reading(None, (raw,)), b""
    else:
        reading = _read_raw(raw)
    shown = escape(path.as_posix() if inside is None else inside)
    findings = tuple(flaw.in_file(shown) for flaw in reading.flaws)
    return Document(shown, path.name.removesuffix(SUFFIX), reading.data, findings, raw)


def _read_raw(raw: bytes) -> Reading:
    text = decode(raw)
    if isinstance(text, Flaw):
        return Reading(None, (text,))
    flaws = check_characters(text)
    return Reading(None, tuple(flaws)) if flaws else read(text, raw)
