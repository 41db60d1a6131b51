"""Shows a difference to programs: the delta, as `datapackage/delta.schema.json` describes it, every value exact.

The changes of a record, applied to the old record, give the new one. First every `changed` value is set at its
`old_path`; then what was `removed`, and what `moved`, is taken out at its `old_path`, the last and innermost first;
then what moved or was `added` is put in at its `new_path`, the first and outermost first.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from huiyi.differences.bumping import broken_identifiers, needed
from huiyi.differences.phrases import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.differences.comparing import Change, Difference, RecordChange
    from huiyi.differences.form_changes import FormChange
    from huiyi.differences.states import Entry, State

FORMAT = "huiyi-delta/1"


def render(difference: Difference) -> Iterator[str]:
    """Give one JSON document."""
    yield json.dumps(delta(difference), ensure_ascii=False, indent=2)


def delta(difference: Difference) -> dict[str, Any]:
    """Give a difference as a JSON value; absent keys stand for absent values."""
    need = needed(difference)
    return {
        "format": FORMAT,
        "old": _end(difference.old),
        "new": _end(difference.new),
        "step": {"needed": need.level, "smallest_version": need.version},
        "broken_identifiers": [
            {"id": record.id, "reason": plain(reason)} for record, reason in broken_identifiers(difference)
        ],
        "tables": None if difference.told_forms is None else list(map(_form, difference.told_forms)),
        "records": [_record(record) for record in difference.records],
    }


def _end(state: State) -> dict[str, Any]:
    return {"name": state.name, "version": state.version, "records": len(state.records)}


def _form(change: FormChange) -> dict[str, Any]:
    column = {"column": change.column} if change.column else {}
    sides = {"old": change.old, "new": change.new}
    present = {side: value for side, value in sides.items() if value is not None}
    return {"table": change.table, **column, "promise": change.promise, **present, "step": change.level}


def _record(record: RecordChange) -> dict[str, Any]:
    found: dict[str, Any] = {"id": record.id, "kind": record.kind, "turn": record.turn}
    if record.turn == "changed":
        return found | {"changes": [_change(change) for change in record.changes]}
    sides = {"old": record.old, "new": record.new}
    return found | {side: _entry(entry) for side, entry in sides.items() if entry is not None}


def _entry(entry: Entry) -> dict[str, Any]:
    return {"kind": entry.kind, "record": entry.data}


def _change(change: Change) -> dict[str, Any]:
    found: dict[str, Any] = {"what": change.what, "address": change.address}
    if change.field:
        found["field"] = change.field
    if change.old_route is not None:
        found["old_path"] = list(change.old_route)
    if change.new_route is not None:
        found["new_path"] = list(change.new_route)
    if change.what in {"changed", "removed"}:
        found["old"] = change.old
    if change.what in {"changed", "added"}:
        found["new"] = change.new
    return found
