"""Tells what an identifier stands for: a record of today, one that took its record in, or nothing any more, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from huiyi.tables.identifiers import CURRENT, MERGED
from huiyi.values.identifiers import IDENTIFIER
from huiyi.values.nearest import find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NO_SUCH_PART, UNKNOWN, VANISHED, UNREAD = "no such part", "never existed", "vanished", "cannot be read"
OVERVIEWS = ("records", "identifiers", "nodes")
"""The tables whose rows are no parts of a record, but list them."""

NEEDED = {
    "records": ("id", "kind", "label", "table_name", "file"),
    "identifiers": ("id", "kind", "status"),
    "names": ("id", "record", "text"),
}
"""The tables that a question needs, each with the columns that every row must fill."""
PARTS = {"nodes": ("id", "table_name")}
"""Likewise, where the question is about a part."""

_STEP = r"[a-z]+(?:_[a-z]+)*(?:-[a-z0-9]+)*"
_ADDRESS = re.compile(rf"{IDENTIFIER}(?:#{_STEP}(?:\.{_STEP})*)?")
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Standing:
    """What an address stands for; what does not apply is None.

    `status` is "current", "merged", "withdrawn", "no such part" (the record is there, the part is not) or
    "never existed"; of a project with errors also "vanished" or "cannot be read". `label` and `file` are those of the
    record that stands for it now, and so is `table`, or else that of the part; `kind` is that of the record, for a
    retired identifier the one that it had. `nearest` is proposed for what does not exist.
    """

    address: str
    status: str
    kind: str | None = None
    label: str | None = None
    file: str | None = None
    table: str | None = None
    since: str | None = None
    retired_since: str | None = None
    merged_into: str | None = None
    reason: str | None = None
    nearest: str | None = None

    @property
    def leads_to_a_record(self) -> bool:
        """Whether a record, or the part of one, stands for the address now."""
        return self.status in {CURRENT, MERGED}


def is_address(text: str) -> bool:
    """Say whether a text has the form of an identifier, `record`, or of a part's address, `record#item-1.item-2`."""
    return len(text) <= LONGEST and _ADDRESS.fullmatch(text) is not None


class Resolver:
    """Looks addresses up in rows of published tables: `records`, `identifiers`, `names` and, for parts, the others."""

    def __init__(self, rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
        self.records = {row["id"]: row for row in rows["records"]}
        self.names = {row["text"]: row["record"] for row in rows["names"]}
        self.identifiers = {row["id"]: row for row in rows["identifiers"]}
        # A part that is no row of its own, such as a date, stands in a row of the table that its node names.
        self.parts = {row["id"]: row["table_name"] for row in rows.get("nodes", ())}
        self.parts |= {row["id"]: name for name, table in rows.items() if name not in OVERVIEWS for row in table}

    def standing(self, address: str) -> Standing:
        """Give what an address stands for."""
        identifier, mark, _ = address.partition("#")
        known = self.identifiers.get(identifier)
        if known is None:
            return Standing(address, UNKNOWN, nearest=self.nearest(identifier))
        record = self.records.get(known.get("merged_into", identifier), {})
        keys = ("since", "retired_since", "merged_into", "reason")
        told: dict[str, Any] = {"kind": known["kind"], **{key: known.get(key) for key in keys}}
        if known["status"] in {CURRENT, MERGED}:
            told |= {"label": record.get("label"), "file": record.get("file"), "table": record.get("table_name")}
        if not mark or known["status"] != CURRENT:
            return Standing(address, known["status"], **told)
        if address in self.parts:
            return Standing(address, CURRENT, **told | {"table": self.parts[address]})
        inside = [part for part in self.parts if part.startswith(f"{identifier}#")]
        return Standing(address, NO_SUCH_PART, **told, nearest=find_nearest(address, inside))

    def nearest(self, text: str) -> str | None:
        """Give the identifier that comes nearest to a text, else that of the nearest name; None where none is near."""
        sought = text[:LONGEST]
        if not sought.strip():
            return None
        if sought in self.names:
            return str(self.names[sought])
        nearest = find_nearest("-".join(sought.split()), self.identifiers)
        return nearest or self.names.get(find_nearest(sought, self.names) or "")
