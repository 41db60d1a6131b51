"""Shows findings to programs: a JSON list of objects with the fields of a finding."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.findings import Finding


def render(findings: Iterable[Finding]) -> Iterator[str]:
    """Give one JSON document; control characters are escaped, everything else stays readable."""
    yield json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)
