"""Compares the forms of the tables of two states, and says how far each change breaks what a reader relies on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.differences.forms import ColumnForm, TableForm
    from huiyi.differences.levels import Level

Promise = Literal["table", "column", "key", "type", "required", "words", "refers_to", "minimum", "description"]


@dataclass(frozen=True, slots=True)
class FormChange:
    """A part of a form, its `promise`, that was given, taken back or changed; `column` is empty for the table's own.

    For `words`, `old` are those taken away and `new` those added, both lists, None where any value may stand on that
    side. For a table or column `old` and `new` are its type or None. `level` is the step of version that it asks for.
    """

    table: str
    column: str
    promise: Promise
    old: Any
    new: Any
    level: Level


def compare_forms(old: Mapping[str, TableForm], new: Mapping[str, TableForm]) -> Iterator[FormChange]:
    """Give every change between the tables of two states: tables in the order of the new state, then those gone."""
    for name, form in new.items():
        if name in old:
            yield from _table(name, old[name], form)
        else:
            yield FormChange(name, "", "table", None, "table", "minor")
    for name in old:
        if name not in new:
            yield FormChange(name, "", "table", "table", None, "major")


def _table(name: str, old: TableForm, new: TableForm) -> Iterator[FormChange]:
    if old.key != new.key:
        yield FormChange(name, "", "key", list(old.key), list(new.key), "major")
    if old.description != new.description:
        yield FormChange(name, "", "description", old.description, new.description, "patch")
    for column, form in new.columns.items():
        if column in old.columns:
            yield from _column(name, column, old.columns[column], form)
        else:
            yield FormChange(name, column, "column", None, form.type, "minor")
    for column, form in old.columns.items():
        if column not in new.columns:
            yield FormChange(name, column, "column", form.type, None, "major")


def _column(table: str, column: str, old: ColumnForm, new: ColumnForm) -> Iterator[FormChange]:
    if old.type != new.type:
        yield FormChange(table, column, "type", old.type, new.type, "major")
    if old.is_required != new.is_required:
        level: Level = "minor" if new.is_required else "major"
        yield FormChange(table, column, "required", old.is_required, new.is_required, level)
    if old.refers_to != new.refers_to:
        level = "minor" if not old.refers_to else "major"
        yield FormChange(table, column, "refers_to", old.refers_to or None, new.refers_to or None, level)
    if old.minimum != new.minimum:
        is_wider = new.minimum is None or (old.minimum is not None and new.minimum < old.minimum)
        yield FormChange(table, column, "minimum", old.minimum, new.minimum, "major" if is_wider else "minor")
    yield from _words(table, column, old.words, new.words)
    if old.description != new.description:
        yield FormChange(table, column, "description", old.description, new.description, "patch")


def _words(table: str, column: str, old: tuple[str, ...] | None, new: tuple[str, ...] | None) -> Iterator[FormChange]:
    if old is None or new is None:
        if old is not None:
            yield FormChange(table, column, "words", list(old), None, "major")
        if new is not None:
            yield FormChange(table, column, "words", None, list(new), "minor")
        return
    gone = [word for word in old if word not in set(new)]
    come = [word for word in new if word not in set(old)]
    if gone or come:
        yield FormChange(table, column, "words", gone, come, "major" if gone else "minor")
