"""The project's own golden facts all hold; a correction enters here first, and fails until it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from huiyi.checking import read
from huiyi.golden import check_golden, read_golden
from huiyi.project import TOP
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

ENOUGH = 15
"""So many facts at least are proved on every source for which there are any."""


def test_every_golden_fact_of_the_project_holds() -> None:
    corpus, _ = read(TOP, read_contract(), None)
    facts, findings = read_golden(TOP)
    assert findings == []
    findings, tallies = check_golden(corpus, facts)
    assert findings == []
    assert sum(tally.held for tally in tallies) == sum(tally.facts for tally in tallies) == len(facts)


@pytest.mark.parametrize("path", sorted((TOP / "curation" / "golden").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_source_with_golden_facts_has_enough_of_them(path: Path) -> None:
    facts, _ = read_golden(TOP)
    assert sum(fact.document.stem == path.stem for fact in facts) >= ENOUGH


def test_no_fact_is_stated_twice() -> None:
    facts, _ = read_golden(TOP)
    stated = [repr({key: value for key, value in f.data.items() if key not in {"says", "evidence"}}) for f in facts]
    assert len(stated) == len(set(stated))
