"""Checks a project: reads its records, runs the rules, lets anomalies silence what they account for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.checking.judging import Tally, judged, settled
from huiyi.checking.limiting import limited
from huiyi.checking.reading import LOCK, REGISTER, read, reread
from huiyi.checking.rulebook import Rule, all_rules, runnable
from huiyi.checking.vanishing import is_vanished, vanished, vanished_reviews
from huiyi.coding import check_coding, read_coding
from huiyi.golden import check_golden, read_golden

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from huiyi.coding import CodingTally
    from huiyi.corpus import Corpus
    from huiyi.findings import Finding
    from huiyi.golden import GoldenTally
    from huiyi.schemas import Contract

__all__ = [
    "LOCK",
    "REGISTER",
    "Outcome",
    "Rule",
    "Tally",
    "all_rules",
    "check",
    "is_vanished",
    "judged",
    "read",
    "reread",
    "runnable",
    "settled",
    "vanished",
]


@dataclass(frozen=True)
class Outcome:
    """What a check came to: the corpus, its findings in the order of files and lines, what each sort of check did."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]
    golden: tuple[GoldenTally, ...]
    coding: tuple[CodingTally, ...]

    @property
    def not_run(self) -> tuple[str, ...]:
        """The codes of the rules that were not run, as they need the texts."""
        return tuple(tally.rule.code for tally in self.tallies if not tally.was_run)

    @property
    def in_the_way(self) -> tuple[Finding, ...]:
        """The findings that stand in the way of a release: errors, and warnings that only a draft may have."""
        blocking = {rule.code for rule in all_rules() if rule.blocks_release}
        return tuple(found for found in self.findings if found.severity == "error" or found.code in blocking)


def check(
    root: Path,
    contract: Contract,
    texts_folder: Path | None,
    advance: Callable[[int, int], None] = lambda _done, _all: None,
    is_chosen: Callable[[str], bool] = lambda _path: True,
) -> Outcome:
    """Check every record below a root; `texts_folder` holds the source texts, None where they are not at hand.

    All are read; the rules are run over those whose path, from the root, is chosen, and say what they say of them in
    any case.
    """
    corpus, findings = read(root, contract, texts_folder, advance)
    rules, not_run = runnable(corpus)
    found, tallies = judged(corpus, rules, not_run, is_chosen)
    facts, flaws = read_golden(root)
    broken, golden = check_golden(corpus, facts)
    rows, damages = read_coding(root)
    differing, coding = check_coding(corpus, rows)
    proved = [*flaws, *broken, *damages, *differing]
    every = [*findings, *found, *vanished(corpus), *vanished_reviews(corpus), *proved]
    return Outcome(corpus, tuple(limited(every)), tallies, golden, coding)
