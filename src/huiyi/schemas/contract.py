"""All kinds of record together: which folder holds which kind, and whether a record fits its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from huiyi.findings import Fault
from huiyi.project import contract_folder
from huiyi.schemas.inlining import read_schemas
from huiyi.schemas.shapes import Kind, read_kind
from huiyi.schemas.validating import Verdict

if TYPE_CHECKING:
    from pathlib import Path

SURELY_MISPLACED = 2
"""So many keys amiss are no slip of the pen, if another kind has them all."""


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

    def faults(self, kind: Kind, data: Any) -> list[tuple[str, Fault]]:
        """Give the coded faults of a record against its schema; none for a record that fits."""
        if self.verdict(kind).fits(data):
            return []
        likely = self.likely_kind(kind, data)
        return self.verdict(kind).faults(data) if likely is None else [_misplaced(kind, likely)]

    def likely_kind(self, kind: Kind, data: Any) -> Kind | None:
        """Give the one other kind whose keys are those of a record that lies among records of `kind`, if it is sure.

        Only the keys at the top count: at least two are amiss for `kind` (unknown or missing), none for the other.
        """
        if not isinstance(data, Mapping) or _misfits(kind, data) < SURELY_MISPLACED:
            return None
        likely = [other for other in self.kinds.values() if _misfits(other, data) == 0]
        return likely[0] if len(likely) == 1 else None


def _misfits(kind: Kind, data: Mapping[str, Any]) -> int:
    return len(data.keys() - set(kind.shape.order)) + len(kind.shape.required - data.keys())


def _misplaced(kind: Kind, likely: Kind) -> tuple[str, Fault]:
    message = f"the keys are those of the kind '{likely.name}', not of '{kind.name}'"
    return "misplaced-record", Fault(message, (), f"move the file to {likely.folder}/, or mend its keys")


def read_contract(folder: Path | None = None) -> Contract:
    """Read the kinds from a folder of schemas; from the package's own where none is given."""
    schemas = read_schemas(folder or contract_folder("schemas"))
    return Contract({name: read_kind(schema) for name, schema in schemas.items()})
