"""What is compared: the records and the tables of a release, of a commit or of the working tree, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.differences.forms import read_forms
from huiyi.package import describe, read_codes, read_metadata
from huiyi.tables import read_layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.corpus import Corpus
    from huiyi.differences.forms import TableForm
    from huiyi.schemas import Kind, Shape


class UnknownEndError(Exception):
    """What was named to be compared is not there, or cannot be read as what it is."""


class BrokenRecordsError(Exception):
    """Some records of a tree or commit cannot be read, so that a comparison would take them for vanished."""


class Entry(NamedTuple):
    """A record: its kind, and its nested values with defaults filled in."""

    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class State:
    """One end of a comparison.

    `name` is what to call it, `version` its three numbers; `forms` are the tables as their descriptor promises them,
    None where this program makes none of the schemas of a former commit; `records` are by identifier; `shapes`, by
    kind, say how to read a record, and may lack its kind or some of its keys.
    """

    name: str
    version: str
    forms: Mapping[str, TableForm] | None
    records: Mapping[str, Entry]
    shapes: Mapping[str, Shape]


def state_of(corpus: Corpus, name: str, version: str) -> State:
    """Give the state of records that were read here; their tables are those that a build would make of them."""
    return replace(formless_state_of(corpus, name, version), forms=_forms(corpus, version))


def _forms(corpus: Corpus, version: str) -> Mapping[str, TableForm]:
    layout = read_layout(corpus.contract)
    weightless = dict.fromkeys(layout.tables, (0, ""))
    return read_forms(describe(read_metadata(version), layout, read_codes(corpus), [], weightless))


def formless_state_of(corpus: Corpus, name: str, version: str) -> State:
    """Give the state of records under schemas of which no tables can be made."""
    return State(
        name,
        version,
        None,
        {record.id: Entry(record.kind.name, record.data) for record in corpus.all_records},
        shapes_of(corpus.contract.kinds),
    )


def shapes_of(kinds: Mapping[str, Kind]) -> Mapping[str, Shape]:
    """Give the shape of each kind of record."""
    return {name: kind.shape for name, kind in kinds.items()}
