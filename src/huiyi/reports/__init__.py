"""How findings are shown: one module a format, each with `render(findings)`, which gives the lines to print."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.findings import Finding


@cache
def formats() -> tuple[str, ...]:
    """Give the names of the formats."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(name: str, findings: Iterable[Finding]) -> Iterator[str]:
    """Give the lines that show findings in the format of a name."""
    lines: Iterator[str] = import_module(f"{__name__}.{name}").render(findings)
    return lines
