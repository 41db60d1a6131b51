"""All kinds of record together: which folder holds which kind, and whether a record fits its schema."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from huiyi.project import contract_folder
from huiyi.schemas.inlining import read_schemas
from huiyi.schemas.shapes import Kind, read_kind
from huiyi.schemas.validating import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Contract:
    """The kinds of record, by name."""

    kinds: Mapping[str, Kind]

    @cached_property
    def by_folder(self) -> Mapping[str, Kind]:
        """The kinds by their folder below `curation/`."""
        return {kind.folder: kind for kind in self.kinds.values()}

    @cached_property
    def _verdicts(self) -> dict[str, Verdict]:
        return {}

    def verdict(self, kind: Kind) -> Verdict:
        """Give the check of records of one kind, made when it is first asked for."""
        if kind.name not in self._verdicts:
            self._verdicts[kind.name] = Verdict(kind.schema)
        return self._verdicts[kind.name]

    def faults(self, kind: Kind, data: Any) -> list[Any]:
        """Give the coded faults of a record against its schema; none for a record that fits."""
        return self.verdict(kind).faults(data)


def read_contract(folder: Path | None = None) -> Contract:
    """Read the kinds from a folder of schemas; from the package's own where none is given."""
    schemas = read_schemas(folder or contract_folder("schemas"))
    return Contract({name: read_kind(schema) for name, schema in schemas.items()})
