"""What a check has to say: a fault in a record, and the finding that a curator reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Route = tuple[str | int, ...]
"""The keys and list indexes (from 0) that lead from the top of a record to a value in it."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule says of one value of a record: a message that states the fact, and the route to the value.

    `hint` proposes a cure. `at_key` asks for the position of the key rather than of its value.
    """

    message: str
    route: Route
    hint: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault in its place: file (relative to the root, with slashes), line, column, and a stable code."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"


class Locating(Protocol):
    """A file that was read and knows where in it a route leads."""

    @property
    def path(self) -> str:
        """The path from the root."""

    def locate(self, route: Route, *, at_key: bool = False) -> Position:
        """Give the position of a value, or of its key."""


def placed(document: Locating, code: str, fault: Fault, severity: Severity = "error") -> Finding:
    """Turn a fault into a finding: the one place where a route becomes a line and a column."""
    position = document.locate(fault.route, at_key=fault.at_key)
    return Finding(document.path, position.line, position.column, code, fault.message, fault.hint, severity)
