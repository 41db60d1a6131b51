"""Which tables hold what curators wrote, each thing once; any others of a release repeat it or are computed from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.package import Edition
    from huiyi.tables import Column, Table


def originals(edition: Edition) -> Iterator[tuple[Table, tuple[Column, ...]]]:
    """Give each table of a kind of record, or of a list in one, with the columns that curators fill."""
    layout = edition.tables.layout
    homes = {kind.table for kind in edition.corpus.contract.kinds.values()} | layout.is_shared.keys()
    for name, table in layout.tables.items():
        if name in homes:
            yield table, tuple(column for column in table.columns if column.path)
