"""No rule relies on what a record may leave out: whatever optional part is taken away, all rules run to their end."""

from __future__ import annotations

import copy
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from huiyi.checking import all_rules, read
from huiyi.checking.rulebook import run
from huiyi.corpus import Corpus, Record
from huiyi.loading import load
from huiyi.schemas import completed, read_contract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.findings import Route

TOY = Path(__file__).resolve().parents[1] / "toy"
CONTRACT = read_contract()
NUMBER = 60
WHOLE = {"vocabulary"}
"""Kinds of which the toy's records have nothing that they could lack."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read(TOY, CONTRACT, TOY / "texts")[0]


def routes(value: Any, start: Route = ()) -> Iterator[Route]:
    """Give the route of every value inside a value."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*start, key)
        yield from routes(part, (*start, key))


def lacking(corpus: Corpus, record: Record, route: Route) -> Corpus | None:
    """Give a corpus in which one record lacks what stands at a route; None where its schema asks for it."""
    less: Any = copy.deepcopy(load(TOY, TOY / record.document.path).data)
    place = less
    for key in route[:-1]:
        place = place[key]
    del place[route[-1]]
    if CONTRACT.faults(record.kind, less):
        return None
    other = Record(record.id, record.kind, completed(record.kind.shape, less), record.document)
    records = tuple(other if one is record else one for one in corpus.all_records)
    return replace(corpus, all_records=records, _memory={})


def run_all(corpus: Corpus) -> None:
    for _ in run(tuple(all_rules()), corpus, corpus.all_records, Counter()):
        pass


def places(corpus: Corpus) -> list[tuple[Record, Route]]:
    return [(record, route) for record in corpus.all_records for route in routes(record.document.data)]


@pytest.mark.parametrize("kind", sorted(CONTRACT.kinds.keys() - WHOLE))
def test_all_rules_run_whatever_field_a_record_lacks(kind: str, corpus: Corpus) -> None:
    tried = 0
    for record, route in places(corpus):
        if record.kind.name == kind and len(route) == 1 and (less := lacking(corpus, record, route)):
            run_all(less)
            tried += 1
    assert tried


@pytest.mark.parametrize("seed", range(2))
def test_all_rules_run_whatever_inner_part_a_record_lacks(seed: int, corpus: Corpus) -> None:
    inner = [(record, route) for record, route in places(corpus) if len(route) > 1]
    sound = [less for chosen in random.Random(seed).sample(inner, NUMBER) if (less := lacking(corpus, *chosen))]
    assert sound
    for less in sound:
        run_all(less)
