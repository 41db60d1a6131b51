"""What can be wrong with a file before anybody asks what it says: the codes, and one flaw in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from huiyi.findings import Finding, Position
from huiyi.values.text import escape

Code = Literal[
    "ambiguous-scalar",
    "anchor-or-alias",
    "byte-order-mark",
    "carriage-return",
    "curly-quote",
    "duplicate-key",
    "file-name-not-slug",
    "file-too-large",
    "forbidden-character",
    "invalid-yaml",
    "key-not-text",
    "link-in-tree",
    "merge-key",
    "not-a-mapping",
    "not-a-record-file",
    "not-nfc",
    "not-utf-8",
    "number-too-large",
    "number-too-precise",
    "scalar-too-long",
    "several-documents",
    "text-cut-by-comment",
    "too-deep",
    "too-many-nodes",
    "unreadable-file",
    "yaml-directive",
    "yaml-tag",
]

TOP = Position(1, 1)

MAXIMUM_DEPTH = 20
MAXIMUM_NODES = 50_000
MAXIMUM_SCALAR = 100_000

MAXIMUM_FLAWS = 20
"""After so many flaws in one file its reading stops: nobody mends more at once."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What the reading of a file objects to: the fact, a cure, and the place (the top, for a whole file)."""

    code: Code
    message: str
    hint: str = ""
    position: Position = TOP

    def in_file(self, path: str) -> Finding:
        """Make the finding, on one line and safe to print; `path` is relative to the root, with slashes."""
        line, column = self.position.line, self.position.column
        return Finding(path, line, column, self.code, escape(self.message), escape(self.hint))
