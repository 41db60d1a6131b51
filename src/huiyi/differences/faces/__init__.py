"""How a difference is shown: one module a face, each with `render(difference)`, which gives the lines to print."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.differences.comparing import Difference


@cache
def faces() -> tuple[str, ...]:
    """Give the names of the faces."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(name: str, difference: Difference) -> Iterator[str]:
    """Give the lines that show a difference in the face of a name."""
    lines: Iterator[str] = import_module(f"{__name__}.{name}").render(difference)
    return lines
