"""Every place of the records that a mutant can change: each key, value and item as it is written in its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml
from tests.mutants.surgery import Sheet, token_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Field, Node


@dataclass(frozen=True)
class Spot:
    """A part of a record as written: an entry of a mapping (its route ends in a key) or an item of a list.

    `node` is the mapping that holds it, `name` its key there (for an item that of its list). `field` is None for what
    is itself a mapping, or a list. Lines and columns count from 1; `token` is None where the part takes several lines.
    """

    record: Record
    node: Node
    name: str
    route: Route
    value: Any
    field: Field | None
    sheet: Sheet

    @property
    def is_item(self) -> bool:
        return isinstance(self.route[-1], int)

    @cached_property
    def line(self) -> int:
        return self.record.document.locate(self.route).line

    @cached_property
    def column(self) -> int:
        return self.record.document.locate(self.route).column

    @cached_property
    def key_line(self) -> int:
        return self.record.document.locate(self.route, at_key=True).line

    @cached_property
    def key_column(self) -> int:
        return self.record.document.locate(self.route, at_key=True).column

    @cached_property
    def holder_line(self) -> int:
        """The line where the mapping that holds the part begins."""
        return self.record.document.locate(self.node.route).line

    @cached_property
    def token(self) -> str | None:
        """The part as it stands in its line, with its quotation marks; None where it is not whole on the line."""
        token = token_at(self.sheet.lines[self.line - 1], self.column - 1)
        if token is None or isinstance(self.value, (list, dict)):
            return token
        written = yaml.load(token, yaml.BaseLoader)
        spoken = str(self.value).lower() if isinstance(self.value, bool) else str(self.value)
        return token if written == spoken else None


def spots(corpus: Corpus) -> Iterator[Spot]:
    """Walk every part of every record that is written in its file, vocabularies left out."""
    for record in corpus.all_records:
        if record.kind.name == "vocabulary":
            continue
        sheet = Sheet(record.document.raw.decode())
        for node in record.nodes():
            yield from _of_node(record, node, sheet)


def _of_node(record: Record, node: Node, sheet: Sheet) -> Iterator[Spot]:
    written: Any = record.document.data
    for part in node.route:
        written = written[part]
    for name, value in written.items():
        route = (*node.route, name)
        yield Spot(record, node, name, route, value, node.shape.fields.get(name), sheet)
        if name in node.shape.lists:
            field = node.shape.lists[name].field
            for position, item in enumerate(value):
                yield Spot(record, node, name, (*route, position), item, field, sheet)
