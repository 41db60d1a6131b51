"""Puts one fault at a time into the records and looks what the check says of it."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal

from tests.mutants import (
    aimed_acts,
    aimed_dates,
    aimed_doubts,
    aimed_figures,
    aimed_files,
    aimed_meetings,
    aimed_owners,
    aimed_people,
    aimed_records,
    aimed_retellings,
    aimed_sentences,
    aimed_ties,
    aimed_words,
    cross_field,
    exchanged,
    miswritten,
    slips,
    structural,
)
from tests.mutants.operators import Around
from tests.mutants.spots import spots
from tests.mutants.watching import Watched

from huiyi.checking import read, reread, runnable
from huiyi.coding import check_coding, read_coding
from huiyi.golden import check_golden, read_golden
from huiyi.loading import load
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.mutants.operators import Change, Operator
    from tests.mutants.spots import Spot

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Finding
    from huiyi.loading import Document

OPERATORS = (
    *structural.OPERATORS,
    *cross_field.OPERATORS,
    *exchanged.OPERATORS,
    *slips.OPERATORS,
    *miswritten.OPERATORS,
    *aimed_meetings.OPERATORS,
    *aimed_records.OPERATORS,
    *aimed_ties.OPERATORS,
    *aimed_dates.OPERATORS,
    *aimed_figures.OPERATORS,
    *aimed_people.OPERATORS,
    *aimed_words.OPERATORS,
    *aimed_sentences.OPERATORS,
    *aimed_retellings.OPERATORS,
    *aimed_acts.OPERATORS,
    *aimed_doubts.OPERATORS,
    *aimed_owners.OPERATORS,
    *aimed_files.OPERATORS,
)
NEAR = 3

Distance = Literal["same line", "near", "further", "other file", "survived"]


class UnsoundProjectError(Exception):
    """The records have findings before anything was changed, so that nothing can be told of mutants."""


@dataclass(frozen=True)
class Trial:
    """One mutant and what was found of it, beyond what was found of the unchanged records."""

    operator: Operator
    path: str
    change: Change
    findings: tuple[Finding, ...]

    @property
    def distance(self) -> Distance:
        """How far the nearest finding is from the change."""
        if not self.findings:
            return "survived"
        lines = [finding.line for finding in self.findings if finding.path == self.path]
        if not lines:
            return "other file"
        nearest = min(abs(line - changed) for line in lines for changed in self.change.lines)
        return "same line" if nearest == 0 else "near" if nearest <= NEAR else "further"

    @property
    def is_far(self) -> bool:
        return self.distance in {"further", "other file"}


class Bench:
    """The unchanged records, read once, and a spare folder in which the one changed file is read again."""

    def __init__(self, root: Path, texts: Path | None, spare: Path) -> None:
        self.texts = texts
        self.spare = spare
        corpus, findings = read(root, read_contract(), texts)
        if any(finding.severity == "error" for finding in findings):
            raise UnsoundProjectError(f"{findings[0].path}:{findings[0].line}: {findings[0].message}")
        self.corpus = corpus
        self.rules, self.not_run = runnable(self.corpus)
        self.watched = Watched(self.corpus, self.rules, self.not_run)
        self.golden = read_golden(root)[0]
        self.coding = read_coding(root)[0]
        self.usual = Counter(map(_likeness, self._judge(self.corpus)))
        self.spots = tuple(spots(self.corpus))

    def trials(self, operators: Iterable[Operator], number: int, seed: int) -> Iterator[Trial]:
        """Try so many mutants of each operator, fewer where the records have not so many places for it."""
        for operator in operators:
            if operator.needs_texts and not self.corpus.texts:
                continue
            random = Random(f"{seed} {operator.name}")
            around = Around(self.corpus, self.spots, random)
            places = [spot for spot in self.spots if operator.applies(spot)]
            random.shuffle(places)
            made = 0
            for spot in places:
                if made == number:
                    break
                trial = self._try(operator, spot, around)
                if trial is not None:
                    made += 1
                    yield trial

    def _try(self, operator: Operator, spot: Spot, around: Around) -> Trial | None:
        change = operator.change(spot, around)
        if change is None:
            return None
        try:
            return self._tried(operator, spot, change)
        except Exception as error:
            error.add_note(f"{spot.record.document.path}:{change.lines[0]}: {operator.name}: {change.after}")
            raise

    def _tried(self, operator: Operator, spot: Spot, change: Change) -> Trial | None:
        document, corpus, findings = self.changed(spot.record, change)
        if document.data is not None and document.data == spot.record.document.data:
            return None  # written otherwise, it says the same
        usual = self.usual.copy()
        new = []
        for finding in [*findings, *self._judge(corpus)]:
            if usual[_likeness(finding)]:
                usual[_likeness(finding)] -= 1
            else:
                new.append(finding)
        return Trial(operator, document.path, change, tuple(sorted(new)))

    def changed(self, record: Record, change: Change) -> tuple[Document, Corpus, list[Finding]]:
        """Read the one file that a change is in: what it is now, all records with it, and the findings on it."""
        document = self._document(change.path or record.document.path, change.text)
        before = self._without(record) if change.is_moved else self.corpus
        return document, *reread(before, document, self.texts)

    def _document(self, path: str, text: str) -> Document:
        file = self.spare / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return load(self.spare, file)

    def _without(self, record: Record) -> Corpus:
        records = tuple(other for other in self.corpus.all_records if other is not record)
        return replace(self.corpus, all_records=records, _memory={})

    def _judge(self, corpus: Corpus) -> list[Finding]:
        proved = [*check_golden(corpus, self.golden)[0], *check_coding(corpus, self.coding)[0]]
        return [*self.watched.findings(corpus), *proved]


@contextmanager
def bench(root: Path, texts: Path | None) -> Iterator[Bench]:
    """Give a bench for the records below a root; raise UnsoundProjectError where one cannot be read."""
    with tempfile.TemporaryDirectory() as spare:
        yield Bench(root, texts, Path(spare))


def _likeness(finding: Finding) -> tuple[str, str, str]:
    """Give what stays of a finding when lines above it come or go."""
    return finding.path, finding.code, finding.message
