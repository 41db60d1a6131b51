"""The joined tables, which answer common questions without a join: one module a table, found by walking this folder.

A module of this folder has `TABLE` (its name, title, meaning and columns; the first, `id`, is the key) and
`rows(joining)`, which makes its rows from those of the other tables. What a joined table says stands in them too.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from huiyi.tables.columns import Row
    from huiyi.tables.joining import Joining
    from huiyi.tables.taking import Plan


class Joined(NamedTuple):
    """A joined table: what it is, and the making of its rows."""

    table: Plan
    rows: Callable[[Joining], Iterator[Row]]


def joined_tables() -> tuple[Joined, ...]:
    """Give every joined table, in the order of their names."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(Joined(module.TABLE, module.rows) for module in modules)
