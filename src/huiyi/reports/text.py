"""Shows findings to people: `path:line:column: severity code message (hint)`, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.findings import Finding


def render(findings: Iterable[Finding]) -> Iterator[str]:
    """Give a line for each finding."""
    for finding in findings:
        hint = f" ({finding.hint})" if finding.hint else ""
        place = f"{finding.path}:{finding.line}:{finding.column}"
        yield f"{place}: {finding.severity} {finding.code} {finding.message}{hint}"
