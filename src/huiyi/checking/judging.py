"""Turns what the rules find into findings, less what anomalies account for, and keeps count of what each rule did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.checking.rulebook import run
from huiyi.checking.silencing import gather, is_silenced, unused
from huiyi.findings import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from huiyi.checking.rulebook import Rule
    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Fault, Finding


@dataclass(frozen=True)
class Tally:
    """What a rule came to: the nodes it examined, the findings it made, and how many of these an anomaly silenced."""

    rule: Rule
    was_run: bool
    examined: int
    found: int
    silenced: int


def judged(
    corpus: Corpus,
    rules: tuple[Rule, ...],
    not_run: tuple[Rule, ...] = (),
    is_chosen: Callable[[str], bool] = lambda _path: True,
) -> tuple[list[Finding], tuple[Tally, ...]]:
    """Give the findings of rules over a corpus, and a tally for each of them and of the rules not run, by code.

    Anomalies silence what they account for, and are findings where they silence nothing. Of a record whose path is not
    chosen nothing is said: what a rule finds, it finds in the record that it is shown.
    """
    records = [record for record in corpus.all_records if is_chosen(record.document.path)]
    examined = Counter[str]()
    codes = {rule.code: True for rule in rules} | {rule.code: False for rule in not_run}
    findings, found, silenced = settled(corpus, records, run(rules, corpus, records, examined), codes)
    tallies = [
        Tally(rule, codes[rule.code], examined[rule.code], found[rule.code], silenced[rule.code])
        for rule in (*rules, *not_run)
    ]
    return findings, tuple(sorted(tallies, key=lambda tally: tally.rule.code))


def settled(
    corpus: Corpus, records: Iterable[Record], faults: Iterable[tuple[Rule, Record, Fault]], codes: Mapping[str, bool]
) -> tuple[list[Finding], Counter[str], Counter[str]]:
    """Give the findings that faults of some records of a corpus come to; by code how many were found and silenced.

    `codes` says of each rule whether it was run.
    """
    by_path = {record.document.path: record for record in records}
    excuses = gather(by_path.values())
    found, silenced = Counter[str](), Counter[str]()
    findings = []
    for rule, record, fault in faults:
        found[rule.code] += 1
        if is_silenced(excuses, record, rule.code, fault):
            silenced[rule.code] += 1
        else:
            findings.append(placed(record.document, rule.code, fault, rule.severity))
    left = unused(excuses, codes, by_path, corpus)
    findings += [placed(record.document, "unused-anomaly", fault) for record, fault in left]
    return findings, found, silenced
