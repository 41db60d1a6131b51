"""Runs the rules again only where what they read has changed: which is found out by watching them read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from huiyi.checking import judged, settled
from huiyi.checking.rulebook import run
from huiyi.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from huiyi.checking import Rule
    from huiyi.corpus import Record, Reference
    from huiyi.findings import Fault, Finding

T = TypeVar("T")

WHOLE = ("the whole of it",)
OWN, MEMORY = "own", "memory"
Read = tuple[str, Any]
"""Something that was read: an attribute of the corpus with a key in it or WHOLE, a memory, or a record as such."""


class Told(NamedTuple):
    """What a rule said of a record, and what it read of the corpus for that."""

    rule: Rule
    faults: tuple[tuple[Rule, Record, Fault], ...]
    read: frozenset[Read]


class Memory(NamedTuple):
    """What was remembered, how it was made, what was read to make it, and what whoever made it had read before."""

    value: Any
    make: Callable[[], Any]
    read: frozenset[Read]
    before: frozenset[Read]


class Watched(Corpus):
    """A corpus that notes what is read of it, and that can be changed and say what rules then find.

    A rule reads nothing but its arguments. So it says the same of the same record as long as all that it read of the
    corpus is the same; and what is remembered is the same as long as all that was read to make it is, or when it comes
    out the same again.
    """

    first: Corpus
    now: Corpus
    rules: tuple[Rule, ...]
    not_run: tuple[Rule, ...]
    told: dict[int, list[Told]]
    memories: dict[Hashable, Memory]
    fresh: dict[Hashable, Any]
    reads: frozenset[Read]
    seen: set[Read]
    changed: set[Read]
    notes: list[set[Read]]
    living: set[int]

    def __init__(self, corpus: Corpus, rules: tuple[Rule, ...], not_run: tuple[Rule, ...]) -> None:
        plain = {name: getattr(corpus, name) for name in ("contract", "lock", "texts", "register")}
        self.__dict__.update(plain, first=corpus, now=corpus, rules=rules, not_run=not_run)
        self.__dict__.update(
            memories={}, fresh={}, seen=set(), changed=set(), notes=[set()], living=set(map(id, corpus.all_records))
        )
        self.__dict__["told"] = {id(record): self._listen(record) for record in corpus.all_records}
        read = chain(
            *(one.read for told in self.told.values() for one in told), *(one.read for one in self.memories.values())
        )
        own = ((OWN, id(record)) for record in corpus.all_records)
        self.__dict__["reads"] = frozenset(one for one in chain(read, own) if one[0] != MEMORY)

    def findings(self, corpus: Corpus) -> list[Finding]:
        """Give what the rules find in a corpus in which some records are others than in the first one."""
        if corpus.texts is not self.first.texts:
            return judged(corpus, self.rules, self.not_run)[0]
        living = {id(record) for record in corpus.all_records}
        self.__dict__.update(now=corpus, fresh={}, seen=set(), changed=set(), notes=[set()], living=living)
        # In the order in which they were made, each memory comes after all that was read for it or before it.
        for read in self.reads:
            self._see(read)
        for key in self.memories:
            if (MEMORY, key) not in self.seen:
                self._see_memory(key)
        faults = [fault for record in corpus.all_records for fault in self._faults(record)]
        codes = {rule.code: True for rule in self.rules} | {rule.code: False for rule in self.not_run}
        return settled(corpus, corpus.all_records, faults, codes)[0]

    def _faults(self, record: Record) -> Iterator[tuple[Rule, Record, Fault]]:
        if id(record) not in self.told:
            yield from run(self.rules, self, [record], Counter())
            return
        for told in self.told[id(record)]:
            is_same = self.changed.isdisjoint(told.read)
            yield from told.faults if is_same else run((told.rule,), self, [record], Counter())

    def _listen(self, record: Record) -> list[Told]:
        """Run every rule over a record; one that finds nothing and reads nothing of the corpus need not be kept."""
        told = []
        for rule in self.rules:
            self.notes.append({(OWN, id(record))})
            faults = tuple(run((rule,), self, [record], Counter()))
            read = frozenset(self.notes.pop()) - {(OWN, id(record))}
            if faults or read:
                told.append(Told(rule, faults, read))
        return told

    def _note(self, name: str, key: Any = WHOLE) -> None:
        self.notes[-1].add((name, key))

    def _see(self, read: Read) -> None:
        """See whether something else than a memory is not as it was when it was read."""
        name, key = read
        if name == OWN:
            differs = key not in self.living
        else:
            then, now = getattr(self.first, name), getattr(self.now, name)
            differs = then != now if key is WHOLE else then.get(key) != now.get(key)
        self.seen.add(read)
        if differs:
            self.changed.add(read)

    def _see_memory(self, key: Hashable) -> None:
        """See whether something that was remembered comes out otherwise, or can be made only by whoever asks for it."""
        memory, read = self.memories[key], (MEMORY, key)
        self.seen.add(read)
        if not self.changed.isdisjoint(memory.before):
            self.changed.add(read)
        elif not self.changed.isdisjoint(memory.read):
            self.fresh[key] = memory.make()
            if self.fresh[key] != memory.value:
                self.changed.add(read)

    def _is_changed(self, key: Hashable) -> bool:
        """Say whether a memory has changed, which is not seen yet where it is asked for by one that was made before."""
        if (MEMORY, key) not in self.seen:
            for name, one in chain(self.memories[key].before, self.memories[key].read):
                if name == MEMORY:
                    self._is_changed(one)
            self._see_memory(key)
        return (MEMORY, key) in self.changed

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        value: T
        if self.now is self.first:
            value = self._recall(key, make).value
        elif key in self.memories and not self._is_changed(key):
            value = self.memories[key].value
        else:
            value = self.fresh[key] if key in self.fresh else self.fresh.setdefault(key, make())
        self._note(MEMORY, key)
        return value

    def _recall(self, key: Hashable, make: Callable[[], Any]) -> Memory:
        if key not in self.memories:
            before = frozenset[Read]().union(*self.notes)
            self.notes.append(set())
            value = make()
            self.memories[key] = Memory(value, make, frozenset(self.notes.pop()), before)
        return self.memories[key]

    def is_unread(self, address: str) -> bool:
        self._note("unread", address.partition("#")[0])
        return self.now.is_unread(address)

    @property
    def all_records(self) -> tuple[Record, ...]:
        self._note("all_records")
        return self.now.all_records

    @property
    def unread(self) -> Mapping[str, str]:
        self._note("unread")
        return self.now.unread

    @property
    def records(self) -> Mapping[str, Record]:
        return Watch(self, "records")

    @property
    def by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        return Watch(self, "by_kind")

    @property
    def retired(self) -> Mapping[str, Record]:
        return Watch(self, "retired")

    @property
    def identifiers(self) -> Mapping[str, str]:
        return Watch(self, "identifiers")

    @property
    def references(self) -> tuple[Reference, ...]:
        self._note("references")
        return self.now.references

    @property
    def references_to(self) -> Mapping[str, tuple[Reference, ...]]:
        return Watch(self, "references_to")


class Watch(Mapping[str, Any]):
    """A mapping of a corpus that notes what is looked up in it, and whether it is gone through as a whole."""

    def __init__(self, corpus: Watched, name: str) -> None:
        self.corpus, self.name = corpus, name
        self.plain: Mapping[str, Any] = getattr(corpus.now, name)

    def __getitem__(self, key: str) -> Any:
        self.corpus._note(self.name, key)
        return self.plain[key]

    def __iter__(self) -> Iterator[str]:
        self.corpus._note(self.name)
        return iter(self.plain)

    def __len__(self) -> int:
        self.corpus._note(self.name)
        return len(self.plain)
