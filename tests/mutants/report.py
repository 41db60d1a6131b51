"""Says what became of mutants: how many of each operator were caught, how near, by which rules, and which survived."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.mutants.operators import Family, Operator
    from tests.mutants.trials import Trial

SHOWN = 60
FEW = 3
SEAL = "changed-since-review"
MEMORY = frozenset({SEAL, "unused-passage"})
"""Codes that say only that something is not as it was locked: any edit calls them up, be it right or wrong."""

UNAIMED = "caught by operators that were made for no rule, or by none"
OUT_OF_REACH = {
    "attendance-count-mismatch": "no group has a number and names together",
    "conflicting-dates": "no event has a date for the whole beside others",
    "duplicate-identifier": "it takes a second file",
    "redirect-loop": "no identifier is retired",
    "reference-to-retired": "no identifier is retired",
    "reused-identifier": "no identifier is retired",
    "seat-held-twice": "no post is recorded with a single seat",
    "unreferenced-record": "it takes a record that but one reference joins to others",
}
"""Why there is no operator for a rule, as far as the real records go."""


def is_caught_by_sense(trial: Trial) -> bool:
    """Say whether any finding tells what is wrong, and not only that something has changed."""
    return any(finding.code not in MEMORY for finding in trial.findings)


def is_caught(trial: Trial) -> bool:
    """Say whether there is any finding."""
    return bool(trial.findings)


def caught(
    trials: Sequence[Trial], family: Family | None = None, by: Callable[[Trial], bool] = is_caught_by_sense
) -> float:
    """Give the share of mutants, of one family where it is named, that are caught, in percent."""
    chosen = [trial for trial in trials if family in {None, trial.operator.family}]
    return 100 * sum(map(by, chosen)) / len(chosen) if chosen else 100.0


def by_sense(trial: Trial) -> Trial:
    """Give a trial without the findings that only say that something has changed."""
    return replace(trial, findings=tuple(finding for finding in trial.findings if finding.code not in MEMORY))


def located(trials: Sequence[Trial]) -> float:
    """Give the share of the mutants caught that were found in their file within three lines, in percent."""
    found = [trial for trial in trials if trial.findings]
    return 100 * sum(not trial.is_far for trial in found) / len(found) if found else 100.0


def report(trials: Sequence[Trial], operators: Sequence[Operator], codes: Sequence[str]) -> Iterator[str]:
    """Give the lines of the report on mutants of these operators; `codes` are the rules that were run."""
    yield from _operators(trials, operators)
    yield ""
    yield from _codes(trials, operators, codes)
    yield ""
    yield from _survivors(trials)
    yield ""
    yield from _totals(trials)


def _operators(trials: Sequence[Trial], operators: Sequence[Operator]) -> Iterator[str]:
    heads = (
        f"{'made':>5}{'by sense':>10}{'+ unused':>10}{'+ seal':>8}{'same line':>11}{'<= 3':>6}{'further':>9}"
        f"{'other file':>12}"
    )
    yield f"{'operator':<26}{'family':<13}{heads}"
    for operator in operators:
        own = [trial for trial in trials if trial.operator is operator]
        far = Counter(trial.distance for trial in map(by_sense, own))
        unsealed = sum(any(finding.code != SEAL for finding in trial.findings) for trial in own)
        yield (
            f"{operator.name:<26}{operator.family:<13}{len(own):>5}{len(own) - far['survived']:>10}{unsealed:>10}"
            f"{sum(map(is_caught, own)):>8}"
            f"{far['same line']:>11}{far['near']:>6}{far['further']:>9}{far['other file']:>12}"
        )


def _codes(trials: Sequence[Trial], operators: Sequence[Operator], codes: Sequence[str]) -> Iterator[str]:
    by_code = Counter(code for trial in trials for code in {finding.code for finding in trial.findings})
    alone = Counter(
        next(iter(found)) for trial in trials if len(found := {finding.code for finding in trial.findings}) == 1
    )
    yield f"{'code':<34}{'caught':>7}{'alone':>7}"
    for code, count in sorted(by_code.items(), key=lambda item: (-item[1], item[0])):
        yield f"{code:<34}{count:>7}{alone[code]:>7}"
    yield from _uncaught([code for code in codes if code not in by_code], operators)


def _uncaught(codes: Sequence[str], operators: Sequence[Operator]) -> Iterator[str]:
    """Give a line for each rule that caught none, with the operators made for it or why there is none."""
    yield f"rules that caught none: {len(codes) or 'none'}"
    for code in codes:
        made = [operator.name for operator in operators if code in operator.aims]
        yield f"  {code:<32}{'made for it: ' + ', '.join(made) if made else OUT_OF_REACH.get(code, UNAIMED)}"


def _survivors(trials: Sequence[Trial]) -> Iterator[str]:
    yield "survivors of the rules of sense"
    for trial in trials:
        if not is_caught_by_sense(trial):
            told = ", ".join(sorted({finding.code for finding in trial.findings})) or "nothing"
            before, after = (escape(text, limit=SHOWN) for text in (trial.change.before, trial.change.after))
            yield f"  {trial.path}:{trial.change.lines[0]}: {trial.operator.name}: {before} -> {after} ({told})"


def _totals(trials: Sequence[Trial]) -> Iterator[str]:
    families: tuple[Family, ...] = ("structural", "cross-field")
    for family in families:
        own = [trial for trial in trials if trial.operator.family == family]
        sense = list(map(by_sense, own))
        yield f"{family}: {len(own)} mutants"
        yield f"  by rules of sense: {caught(own):.1f} % caught, {located(sense):.1f} % of these within 3 lines"
        unsealed = caught(own, by=lambda trial: any(finding.code != SEAL for finding in trial.findings))
        yield f"  with passages no longer cited: {unsealed:.1f} %"
        sealed = caught(own, by=is_caught)
        yield f"  with the seals of reviews: {sealed:.1f} %, {located(own):.1f} % of these within 3 lines"
    counts = [len(trial.findings) for trial in trials if trial.findings] or [0]
    many = sum(count > FEW for count in counts)
    yield f"findings a mutant: median {median(counts):g}, most {max(counts)}, more than {FEW} for {many}"
