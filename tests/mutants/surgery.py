"""Cuts and sews the text of a record file: replaces a value, takes out or doubles an entry, all else left as it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

OPENING, CLOSING = "[{", "]}"


@dataclass(frozen=True)
class Sheet:
    """The text of one file. Lines are given from 1 in arguments, columns too."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def with_line(self, line: int, new: str) -> str:
        return "\n".join([*self.lines[: line - 1], new, *self.lines[line:]])

    def spliced(self, line: int, column: int, length: int, new: str) -> str:
        """Give the text with part of a line replaced."""
        old = self.lines[line - 1]
        return self.with_line(line, old[: column - 1] + new + old[column - 1 + length :])

    def is_flow(self, line: int, column: int) -> bool:
        """Say whether a place lies within brackets or braces that were opened on its line."""
        return depth_at(self.lines[line - 1], column - 1) > 0

    def last_line(self, line: int, indent: int) -> int:
        """Give the last line of a block that begins on a line with so many spaces before it."""
        end = line
        for number in range(line + 1, len(self.lines) + 1):
            content = self.lines[number - 1]
            if content.strip():
                if len(content) - len(content.lstrip()) <= indent:
                    break
                end = number
        return end

    def without_entry(self, line: int, column: int, end: int | None) -> str | None:
        """Give the text without the entry of a mapping whose key stands here; in a flow mapping `end` is its end.

        None where it is the only entry, or its extent cannot be told.
        """
        if self.is_flow(line, column):
            return self._without_flow_part(line, column, end)
        last = self.last_line(line, column - 1)
        before, after = self.lines[: line - 1], self.lines[last:]
        lead = self.lines[line - 1][: column - 1]
        if not lead.strip():
            return "\n".join([*before, *after])
        if lead.strip() == "-" and after and _indent(after[0]) == column - 1:
            return "\n".join([*before, lead + after[0][column - 1 :], *after[1:]])
        return None

    def without_item(self, line: int, column: int, end: int | None) -> str | None:
        """Give the text without an item of a list, which begins here; None where it is the only one on its line."""
        if self.is_flow(line, column):
            return self._without_flow_part(line, column, end)
        first, last = self._block_item(line, column)
        return "\n".join([*self.lines[: first - 1], *self.lines[last:]])

    def with_item_twice(self, line: int, column: int, end: int | None) -> tuple[str, int] | None:
        """Give the text with an item of a list doubled, and the line of the second one."""
        if self.is_flow(line, column):
            if end is None:
                return None
            token = self.lines[line - 1][column - 1 : end - 1]
            return self.spliced(line, end, 0, f", {token}"), line
        first, last = self._block_item(line, column)
        return "\n".join([*self.lines[:last], *self.lines[first - 1 : last], *self.lines[last:]]), last + 1

    def _block_item(self, line: int, column: int) -> tuple[int, int]:
        return line, self.last_line(line, self.lines[line - 1][: column - 1].rfind("-"))

    def _without_flow_part(self, line: int, column: int, end: int | None) -> str | None:
        if end is None:
            return None
        content = self.lines[line - 1]
        if content[end - 1 : end + 1] == ", ":
            return self.spliced(line, column, end + 2 - column, "")
        if content[: column - 1].endswith(", "):
            return self.spliced(line, column - 2, end - column + 2, "")
        return None


def token_at(line: str, start: int) -> str | None:
    """Give the value that begins at an offset of a line: quoted, in brackets or plain; None where it does not end."""
    first = line[start : start + 1]
    if first in {"'", '"'}:
        end = _closing_quote(line, start)
    elif first and first in OPENING:
        end = _closing_bracket(line, start)
    elif not first or first in "|>&*!#":
        return None
    elif depth_at(line, start) > 0:
        end = min((place for mark in ",]}" if (place := line.find(mark, start)) >= 0), default=None)
    else:
        comment = line.find(" #", start)
        end = len(line) if comment < 0 else comment
    return None if end is None else line[start:end].rstrip()


def depth_at(line: str, offset: int) -> int:
    """Count the brackets and braces that are open at an offset of a line; those within quotation marks do not count."""
    depth, place = 0, 0
    while place < offset:
        if line[place] in "'\"" and _begins_value(line, place):
            end = _closing_quote(line, place)
            if end is None:
                return depth
            place = end
            continue
        if line[place] in OPENING and (depth or _begins_value(line, place)):
            depth += 1
        elif line[place] in CLOSING and depth:
            depth -= 1
        place += 1
    return depth


def _begins_value(line: str, place: int) -> bool:
    return line[:place].rstrip()[-1:] in {"", ":", "-", ",", "[", "{"}


def _closing_quote(line: str, start: int) -> int | None:
    quote, place = line[start], start + 1
    while place < len(line):
        is_escape = line[place] == "\\" if quote == '"' else line[place : place + 2] == "''"
        if is_escape:
            place += 2
        elif line[place] == quote:
            return place + 1
        else:
            place += 1
    return None


def _closing_bracket(line: str, start: int) -> int | None:
    inside = depth_at(line, start)
    return next((end for end in range(start + 1, len(line) + 1) if depth_at(line, end) == inside), None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
