"""The form of each table, as the descriptor of a release promises it to those who read the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class ColumnForm:
    """The form of a column: its type, whether every row fills it, its meaning, and what it may hold.

    `words` are the allowed ones, None where any value may stand; `refers_to` is the table whose rows it names.
    """

    type: str
    is_required: bool
    description: str
    words: tuple[str, ...] | None = None
    refers_to: str = ""
    minimum: float | None = None


@dataclass(frozen=True)
class TableForm:
    """The form of a table: what its rows are, its key, and its columns by name."""

    description: str
    key: tuple[str, ...]
    columns: Mapping[str, ColumnForm]


def read_forms(descriptor: Mapping[str, Any]) -> Mapping[str, TableForm]:
    """Read the forms off a `datapackage.json`; raise KeyError, TypeError or ValueError where it is none of ours."""
    resources = descriptor["resources"]
    if not isinstance(resources, list) or not resources:
        raise TypeError("its 'resources' are not a list of tables")
    return {_text(resource["name"]): _table(resource) for resource in resources}


def _table(resource: Mapping[str, Any]) -> TableForm:
    schema = resource["schema"]
    own = _text(resource["name"])
    homes = {}
    for key in schema.get("foreignKeys", ()):
        (column,) = key["fields"]
        homes[_text(column)] = _text(key["reference"]["resource"]) or own
    columns = {_text(field["name"]): _column(field, homes.get(field["name"], "")) for field in schema["fields"]}
    key = tuple(map(_text, schema.get("primaryKey", ())))
    return TableForm(_text(resource.get("description", "")), key, columns)


def _column(field: Mapping[str, Any], home: str) -> ColumnForm:
    constraints = field.get("constraints", {})
    words = constraints.get("enum")
    minimum = constraints.get("minimum")
    return ColumnForm(
        type=_text(field["type"]),
        is_required=constraints.get("required", False) is True,
        description=_text(field.get("description", "")),
        words=None if words is None else tuple(map(_text, words)),
        refers_to=home,
        minimum=None if minimum is None else float(minimum),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text is expected, not {type(value).__name__}")
    return value
