"""All records together, read-only: look-ups by identifier, kind and address, and references both ways."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from huiyi.register import Register
from huiyi.schemas import ANY_NODE, ANY_RECORD, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    from huiyi.evidence import Lock, SourceText
    from huiyi.findings import Route
    from huiyi.loading import Document
    from huiyi.schemas import Contract, Kind, Node

T = TypeVar("T")
_NOTHING = object()

REDIRECT = "redirect"
"""The kind of record that stands for a retired identifier and says of what kind it `was`."""


@dataclass(frozen=True)
class Record:
    """A record that fits its schema: its identifier (the file's name), kind, and data with defaults filled in."""

    id: str
    kind: Kind
    data: Mapping[str, Any]
    document: Document

    def nodes(self) -> Iterator[Node]:
        """Walk every mapping of the record, the record itself first."""
        return iter(self._nodes)

    @cached_property
    def _nodes(self) -> tuple[Node, ...]:
        # Many rules walk all records for what they look up: each record is laid out once.
        return tuple(nodes(self.kind.shape, self.id, self.data))


class Reference(NamedTuple):
    """One reference: the record and node that hold it, the route to it, and what it may point to."""

    record: Record
    node: Node
    route: Route
    target: str
    allowed: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """Every record that could be read, and the names of those that could not.

    `unread` gives the kind ("" where unknown) of each identifier whose file failed, so that nobody else reports it as
    missing; a whole folder that failed is there by its path and a slash (`records/person/`).
    `texts` are the source texts by source, empty where they are not at hand. `register` holds the identifiers that were
    ever released.
    """

    contract: Contract
    all_records: tuple[Record, ...]
    unread: Mapping[str, str]
    lock: Lock
    texts: Mapping[str, SourceText]
    register: Register = field(default_factory=Register)
    _memory: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """The records by identifier; of two with the same identifier, the first."""
        found: dict[str, Record] = {}
        for record in self.all_records:
            found.setdefault(record.id, record)
        return found

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        """The records of each kind, in the order of their identifiers."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.all_records:
            found[record.kind.name].append(record)
        return {kind: tuple(found[kind]) for kind in self.contract.kinds}

    @cached_property
    def retired(self) -> Mapping[str, Record]:
        """The redirects by the identifier that they retire, but for an identifier that a record bears as well."""
        borne = {record.id for record in self.all_records if record.kind.name != REDIRECT}
        return {record.id: record for record in self.by_kind.get(REDIRECT, ()) if record.id not in borne}

    @cached_property
    def identifiers(self) -> Mapping[str, str]:
        """The identifier of every record with its kind, for a retired one the kind that it had."""
        return {
            record.id: record.data["was"] if record.kind.name == REDIRECT else record.kind.name
            for record in self.records.values()
        }

    def is_unread(self, address: str) -> bool:
        """Say whether an address lies in a record whose file or folder failed, about which nothing can be said."""
        identifier = address.partition("#")[0]
        return identifier in self.unread or (self._lacks_a_folder and identifier not in self.records)

    @cached_property
    def _lacks_a_folder(self) -> bool:
        return any(name.endswith("/") for name in self.unread)

    def node(self, address: str) -> Node | None:
        """Give the node at an address, `record` or `record#item-1.item-2`; None if there is none."""
        identifier, mark, _ = address.partition("#")
        record = self.records.get(identifier)
        if record is None:
            return None
        if not mark:
            return next(record.nodes())
        return self.remembered(("addresses", identifier), lambda: {node.address: node for node in record.nodes()}).get(
            address
        )

    def shape_at(self, address: str) -> str | None:
        """Give the kind of a record or the shape of a node at an address; None if there is none."""
        if "#" not in address:
            record = self.records.get(address)
            return record.kind.name if record else self.unread.get(address)
        node = self.node(address)
        return node.shape.name if node else None

    def vocabulary(self, name: str) -> Mapping[str, Any] | None:
        """Give the words of a vocabulary by key; None if its file is missing or failed."""
        # A record of another kind may by mistake bear the same identifier: that must not hide the vocabulary.
        vocabularies = self.remembered("vocabularies", lambda: {one.id: one for one in self.by_kind["vocabulary"]})
        if name not in vocabularies:
            return None
        terms = vocabularies[name].data["terms"]
        return self.remembered(("vocabulary", name), lambda: {term["key"]: term for term in terms})

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference that a record makes, in the order of the records."""
        return tuple(
            Reference(record, node, route, target, field.refers_to)
            for record in self.all_records
            for node in record.nodes()
            for field, route, target in node.references
        )

    @cached_property
    def references_to(self) -> Mapping[str, tuple[Reference, ...]]:
        """The references to each record, by its identifier, those to nodes in it included."""
        found: dict[str, list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.target.partition("#")[0]].append(reference)
        return {target: tuple(references) for target, references in found.items()}

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what `make` gives, made once for this corpus and kept under a key."""
        found: Any = self._memory.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._memory[key] = make()
        answer: T = found
        return answer


def is_allowed(shape: str, allowed: tuple[str, ...], *, is_record: bool) -> bool:
    """Say whether a reference that may point to `allowed` may point to a record or node of this shape."""
    return ANY_NODE in allowed or shape in allowed or (is_record and ANY_RECORD in allowed)
