"""Shows findings on the changed lines of a pull request: workflow commands as GitHub Actions reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.findings import Finding


def render(findings: Iterable[Finding]) -> Iterator[str]:
    """Give a workflow command for each finding."""
    for finding in findings:
        hint = f" ({finding.hint})" if finding.hint else ""
        place = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
        yield f"::{finding.severity} {place},title={_property(finding.code)}::{_message(finding.message + hint)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
