"""Checks a project: reads its records, runs the rules, lets anomalies silence what they account for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.checking.limiting import limited
from huiyi.checking.reading import LOCK, placed, read
from huiyi.checking.rulebook import Rule, all_rules, run
from huiyi.checking.silencing import gather, is_silenced, unused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from huiyi.corpus import Corpus
    from huiyi.findings import Finding
    from huiyi.schemas import Contract

__all__ = ["LOCK", "Outcome", "Rule", "all_rules", "check", "findings_of_rules", "placed", "read"]


@dataclass(frozen=True)
class Outcome:
    """What a check came to: the corpus, its findings in the order of files and lines, and the rules not run."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    not_run: tuple[str, ...]

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
) -> Outcome:
    """Check every record below a root; `texts_folder` holds the source texts, None where they are not at hand."""
    corpus, findings = read(root, contract, texts_folder, advance)
    rules = all_rules()
    runnable = tuple(rule for rule in rules if corpus.texts or not rule.needs_texts)
    not_run = tuple(rule.code for rule in rules if rule not in runnable)
    findings += findings_of_rules(corpus, runnable, not_run)
    return Outcome(corpus, tuple(limited(findings)), not_run)


def findings_of_rules(corpus: Corpus, rules: tuple[Rule, ...], not_run: tuple[str, ...] = ()) -> list[Finding]:
    """Run rules over a corpus; anomalies silence what they account for, and are findings where they silence nothing."""
    excuses = gather(corpus)
    findings = [
        placed(record.document, rule.code, rule.severity, fault)
        for rule, record, fault in run(rules, corpus)
        if not is_silenced(excuses, record, rule.code, fault)
    ]
    codes = {rule.code: True for rule in rules} | dict.fromkeys(not_run, False)
    by_path = {record.document.path: record for record in corpus.all_records}
    findings += [
        placed(record.document, "unused-anomaly", "error", fault) for record, fault in unused(excuses, codes, by_path)
    ]
    return findings
