"""The working copies of the sources: read with care, held against their digest, counted in lines."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from huiyi.evidence.broken import gaps
from huiyi.evidence.flowing import Flow, flow, without_case
from huiyi.evidence.wording import Wording, wording
from huiyi.loading.plain_files import MOST_BYTES, read_regular_file, refusal
from huiyi.values.identifiers import is_identifier

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from huiyi.evidence.passages import Located, NotFound, Passage


@dataclass(frozen=True)
class SourceText:
    """The working copy of one source: its text, and the SHA-256 of its bytes in hexadecimal.

    Lines count from 1 and end at a line feed alone; the last may lack it. Offsets count characters from 0.
    """

    source_id: str
    text: str
    sha256: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line starts."""
        starts = [0, *(feed.end() for feed in re.finditer("\n", self.text))]
        return tuple(start for start in starts if start < len(self.text))

    @cached_property
    def flowing(self) -> Flow:
        """The text as it reads, over its line breaks."""
        return flow(self.text)

    @cached_property
    def flowing_without_case(self) -> Flow:
        """The text as it reads, in lower case."""
        return without_case(self.flowing)

    @cached_property
    def readings(self) -> tuple[Wording, Wording]:
        """The words of the text, read twice: as the lines have them, and with those whole that a line's end cuts."""
        return wording(self.text), wording(self.text, joins_cut_words=True)

    @cached_property
    def located(self) -> dict[Passage, Located | NotFound]:
        """What `locate` has answered of this text, so that a passage that many ask for is sought once."""
        return {}

    @cached_property
    def _gaps(self) -> tuple[tuple[int, int], ...]:
        return gaps(self.text)

    def unbroken(self, start: int, end: int) -> str:
        """Return what stands between two offsets, with words whole that a line's end breaks without a hyphen."""
        first, last = bisect_left(self._gaps, (start,)), bisect_left(self._gaps, (end,))
        within = [one for one in self._gaps[first:last] if one[1] < end]
        begins = (start, *(after for _, after in within))
        ends = (*(before for before, _ in within), end)
        return "".join(self.text[begin:stop] for begin, stop in zip(begins, ends, strict=True))

    @property
    def line_count(self) -> int:
        """How many lines the text has; a final line feed opens no further line."""
        return len(self.starts)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets at which line `first` starts and line `last` ends, without its line feed."""
        if last < self.line_count:
            return self.starts[first - 1], self.starts[last] - 1
        return self.starts[first - 1], len(self.text) - self.text.endswith("\n")

    def line_of(self, offset: int) -> int:
        """Return the number of the line in which the character at `offset` stands."""
        return bisect_right(self.starts, offset)

    def line(self, number: int) -> str:
        """Return a line without its line feed."""
        start, end = self.span(number, number)
        return self.text[start:end]

    def has_lines(self, first: int, last: int) -> bool:
        """Say whether the lines from `first` to `last`, both included, are lines of this text."""
        return 1 <= first <= last <= self.line_count

    @property
    def blank_lines(self) -> frozenset[int]:
        """The lines on which nothing but white space stands."""
        numbered = range(1, self.line_count + 1)
        return frozenset(number for number in numbered if not self.line(number).strip())


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Why the working copy of a source is not at hand: a stable code and a sentence."""

    source_id: str
    code: str
    message: str


def source_text(source_id: str, content: bytes) -> SourceText:
    """Return the bytes of a working copy as a text.

    Raises UnicodeDecodeError where they are not UTF-8.
    """
    return SourceText(source_id, content.decode("utf-8"), hashlib.sha256(content).hexdigest())


def read_texts(folder: Path, expected: Mapping[str, str]) -> tuple[dict[str, SourceText], list[TextProblem]]:
    """Read the working copy `<source id>.txt` of every source that `expected` maps to its SHA-256.

    A copy that is missing, unreadable or other than its digest is left out and named among the problems:
    every offset in it would be wrong. Raises nothing.
    """
    texts: dict[str, SourceText] = {}
    problems: list[TextProblem] = []
    for source_id in sorted(expected):
        read = _read_text(folder, source_id, expected[source_id])
        if isinstance(read, SourceText):
            texts[source_id] = read
        else:
            problems.append(read)
    return texts, problems


def _read_text(folder: Path, source_id: str, digest: str) -> SourceText | TextProblem:
    if not is_identifier(source_id):
        # An identifier is half of a path here: one that is no plain slug could lead out of the folder.
        return TextProblem(source_id, "source-copy-unreadable", "the identifier of the source names no file")
    name = f"{source_id}.txt"
    try:
        text = source_text(source_id, read_regular_file(folder / name, MOST_BYTES))
    except FileNotFoundError:
        return TextProblem(source_id, "source-copy-missing", f"{name} is not in the folder of source texts")
    except UnicodeDecodeError as error:
        return TextProblem(source_id, "source-copy-unreadable", f"{name} is not UTF-8 at byte {error.start}")
    except OSError as error:
        return TextProblem(source_id, "source-copy-unreadable", f"{name} is {refusal(error)}")
    if text.sha256 != digest:
        message = f"{name} has the SHA-256 {text.sha256}, the record of the source states {digest}"
        return TextProblem(source_id, "source-copy-differs", message)
    return text
