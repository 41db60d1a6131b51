"""Keeps a report readable: of a file with very many findings only the first are shown, and the others counted."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from huiyi.findings import Finding
from huiyi.values.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.findings import Severity

MOST = 100
"""How many findings of one file are shown."""


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Sort findings by file, line and column; where a file has too many, count those after the first."""
    for path, group in groupby(sorted(findings), key=attrgetter("path")):
        of_file = list(group)
        yield from of_file[:MOST]
        if rest := of_file[MOST:]:
            last = of_file[MOST - 1]
            severity: Severity = "error" if any(finding.severity == "error" for finding in rest) else "warning"
            message = f"{counted(len(rest), 'more finding')} in this file"
            yield Finding(path, last.line, last.column, "more-findings", message, "mend the first ones", severity)
