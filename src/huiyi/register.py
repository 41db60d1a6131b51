"""The register: every identifier that a release ever held, so that none is lost and none is given to another record.

`identifiers.lock` has a line for each, in the order of the identifiers: the identifier, the kind of record that it was
released as, and the first version that held it, with one space between them. A command writes it; nobody edits it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from huiyi.loading.plain_files import MOST_DAMAGES, Damage, read_written
from huiyi.values.identifiers import IDENTIFIER
from huiyi.values.text import escape
from huiyi.values.versions import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LINE = re.compile(rf"({IDENTIFIER}) ([a-z]+(?:-[a-z]+)*) ({VERSION})")


@dataclass(frozen=True, slots=True)
class Released:
    """An identifier that was released: the kind of its record, the first version with it, its line in the register."""

    kind: str
    since: str
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Register:
    """The register as values; what a damaged line held is missing here and named among the problems."""

    entries: Mapping[str, Released] = field(default_factory=dict)
    problems: tuple[Damage, ...] = ()


def read_register(path: Path) -> Register:
    """Read a register; one that does not exist yet is empty. Raises nothing: damage is among its problems."""
    content = read_written(path, "register")
    if content is None:
        return Register()
    if isinstance(content, Damage):
        return Register(problems=(content,))
    entries: dict[str, Released] = {}
    problems = tuple(islice(_understood(content, entries), MOST_DAMAGES))
    return Register(entries, problems)


def _understood(content: str, entries: dict[str, Released]) -> Iterator[Damage]:
    """Put each line among the entries, or give what is wrong with it."""
    *lines, rest = content.split("\n")
    last = ""
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            yield Damage(number, "a damaged line: not an identifier, a kind and a version")
        elif match[1] <= last:
            twice = match[1] in entries
            fault = "stands here twice" if twice else "is out of order"
            yield Damage(number, f"'{escape(match[1], 60)}' {fault}")
            entries.setdefault(match[1], Released(match[2], match[3], number))
        else:
            last = match[1]
            entries[last] = Released(match[2], match[3], number)
    if rest:
        yield Damage(len(lines) + 1, "the register breaks off: its last line has no end")


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
