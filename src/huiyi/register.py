"""The register: every identifier that a release ever held, so that none is lost and none is given to another record.

`identifiers.lock` has a line for each, in the order of the identifiers: the identifier, the kind of record that it was
released as, and the first version that held it, with one space between them. A command writes it; nobody edits it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from huiyi.evidence.texts import read_regular_file, refusal
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MOST_BYTES = 50_000_000
MOST_PROBLEMS = 20
"""After so many damaged lines the others are not told."""

_LINE = re.compile(
    r"([a-z0-9]+(?:-[a-z0-9]+)*) ([a-z]+(?:-[a-z]+)*) ((?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){2})"
)


@dataclass(frozen=True, slots=True)
class Released:
    """An identifier that was released: the kind of its record, the first version with it, its line in the register."""

    kind: str
    since: str
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RegisterProblem:
    """A line of the register, from 1, that cannot be understood, and why."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Register:
    """The register as values; what a damaged line held is missing here and named among the problems."""

    entries: Mapping[str, Released] = field(default_factory=dict)
    problems: tuple[RegisterProblem, ...] = ()


def read_register(path: Path) -> Register:
    """Read a register; one that does not exist yet is empty. Raises nothing: damage is among its problems."""
    try:
        content = read_regular_file(path, MOST_BYTES).decode("utf-8")
    except FileNotFoundError:
        return Register()
    except UnicodeDecodeError as error:
        return Register(problems=(RegisterProblem(1, f"the register is not UTF-8 at byte {error.start}"),))
    except OSError as error:
        return Register(problems=(RegisterProblem(1, f"the register is {refusal(error)}"),))
    entries: dict[str, Released] = {}
    problems = tuple(islice(_understood(content, entries), MOST_PROBLEMS))
    return Register(entries, problems)


def _understood(content: str, entries: dict[str, Released]) -> Iterator[RegisterProblem]:
    """Put each line among the entries, or give what is wrong with it."""
    *lines, rest = content.split("\n")
    last = ""
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            yield RegisterProblem(number, "a damaged line: not an identifier, a kind and a version")
        elif match[1] <= last:
            twice = match[1] in entries
            fault = "stands here twice" if twice else "is out of order"
            yield RegisterProblem(number, f"'{escape(match[1], 60)}' {fault}")
            entries.setdefault(match[1], Released(match[2], match[3], number))
        else:
            last = match[1]
            entries[last] = Released(match[2], match[3], number)
    if rest:
        yield RegisterProblem(len(lines) + 1, "the register breaks off: its last line has no end")


def extended(register: Register, present: Mapping[str, str], version: str) -> Mapping[str, Released]:
    """Give the entries of a register and, as first released in `version`, those identifiers that it lacks.

    `present` gives for each identifier of the records its kind.
    """
    return {identifier: Released(kind, version) for identifier, kind in present.items()} | dict(register.entries)


def write_register(entries: Mapping[str, Released]) -> str:
    """Give the content of a register."""
    return "".join(
        f"{identifier} {entries[identifier].kind} {entries[identifier].since}\n" for identifier in sorted(entries)
    )
