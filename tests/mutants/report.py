"""Says what became of mutants: how many of each operator were caught, how near, by which rules, and which survived."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Literal

from tests.mutants.reasons import REASONS

from huiyi.coding.comparing import DIFFERS, UNPLACED
from huiyi.golden.facts import MALFORMED
from huiyi.golden.holding import BROKEN
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.mutants.operators import Family, Operator
    from tests.mutants.trials import Trial

SHOWN = 60
FEW = 3
MOST_CODES = 8
Told = Literal["sense", "golden", "coding", "unused", "seal", "nothing"]
"""What tells of a fault: a rule that says what is wrong, or only what second readers left, or a change."""

SEAL, UNUSED = "changed-since-review", "unused-passage"
GOLDEN = frozenset({BROKEN, MALFORMED})
CODING = frozenset({DIFFERS, UNPLACED})
NOT_SENSE = frozenset({SEAL, UNUSED}) | GOLDEN | CODING
"""Codes that say only that something is not as it was locked or proved, and not what is wrong with it."""

WORDS: Mapping[Told, str] = {
    "golden": "by golden facts only",
    "coding": "by the second coding only",
    "unused": "by a passage that nobody cites any more, only",
    "seal": "by the seal of a review only",
    "nothing": "by nothing",
}


def told_by(trial: Trial) -> Told:
    """Give the best that tells of a fault."""
    codes = {finding.code for finding in trial.findings}
    if codes - NOT_SENSE:
        return "sense"
    if codes & GOLDEN:
        return "golden"
    if codes & CODING:
        return "coding"
    return "unused" if UNUSED in codes else "seal" if codes else "nothing"


def is_caught_by_sense(trial: Trial) -> bool:
    """Say whether any finding tells what is wrong, and not only that something has changed."""
    return told_by(trial) == "sense"


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
    return replace(trial, findings=tuple(finding for finding in trial.findings if finding.code not in NOT_SENSE))


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
    """Give a line for each operator: what tells of its mutants, and how far from the change the rules of sense do."""
    heads = f"{'made':>5}{'sense':>7}{'golden':>8}{'coding':>8}{'unused':>8}{'seal':>6}{'nothing':>9}"
    yield f"{'operator':<30}{'family':<13}{heads}{'same line':>11}{'<= 3':>6}{'further':>9}{'other file':>12}"
    for operator in operators:
        own = [trial for trial in trials if trial.operator is operator]
        far = Counter(trial.distance for trial in map(by_sense, own))
        told = Counter(map(told_by, own))
        yield (
            f"{operator.name:<30}{operator.family:<13}{len(own):>5}{told['sense']:>7}{told['golden']:>8}{told['coding']:>8}"
            f"{told['unused']:>8}{told['seal']:>6}{told['nothing']:>9}"
            f"{far['same line']:>11}{far['near']:>6}{far['further']:>9}{far['other file']:>12}"
        )


def _codes(trials: Sequence[Trial], operators: Sequence[Operator], codes: Sequence[str]) -> Iterator[str]:
    """Give a line for each code: how many mutants it told, how many alone, and how many of those made for it."""
    by_code = Counter(code for trial in trials for code in {finding.code for finding in trial.findings})
    alone = Counter(
        next(iter(found)) for trial in trials if len(found := {finding.code for finding in trial.findings}) == 1
    )
    made = Counter(code for trial in trials for code in trial.operator.aims)
    hit = Counter(
        code for trial in trials for code in {finding.code for finding in trial.findings} & {*trial.operator.aims}
    )
    yield f"{'code':<38}{'caught':>7}{'alone':>7}{'made for it':>13}{'caught':>8}"
    for code, count in sorted(by_code.items(), key=lambda item: (-item[1], item[0])):
        aimed = f"{made[code]:>13}{hit[code]:>8}" if made[code] else ""
        yield f"{code:<38}{count:>7}{alone[code]:>7}{aimed}"
    yield from _uncaught([code for code in codes if code not in by_code], operators)
    missed = sorted(code for code in by_code if made[code] and not hit[code])
    yield f"rules that caught none of those made for them: {', '.join(missed) or 'none'}"


def _uncaught(codes: Sequence[str], operators: Sequence[Operator]) -> Iterator[str]:
    """Give a line for each rule that caught none, though operators were made for it, or why there is none."""
    lines = []
    for code in codes:
        if made := [operator.name for operator in operators if code in operator.aims]:
            lines.append(f"  {code:<36}made for it: {', '.join(made)}")
        elif code in REASONS:
            lines.append(f"  {code:<36}{REASONS[code].words}")
    yield f"rules that caught none: {len(lines) or 'none'}"
    yield from lines


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
        told = Counter(map(told_by, own))
        yield f"{family}: {len(own)} mutants"
        yield f"  by rules of sense: {caught(own):.1f} % caught, {located(sense):.1f} % of these within 3 lines"
        yield from (f"  {words}: {told[by]}" for by, words in WORDS.items())
        sealed = sum(any(finding.code == SEAL for finding in trial.findings) for trial in own)
        yield f"  by a seal at all: {sealed}"
    counts = [len(by_sense(trial).findings) for trial in trials if is_caught_by_sense(trial)] or [0]
    many = [trial for trial in map(by_sense, trials) if len(trial.findings) > FEW]
    yield f"findings of sense a mutant: median {median(counts):g}, most {max(counts)}, more than {FEW} for {len(many)}"
    codes = Counter(code for trial in many for code in {finding.code for finding in trial.findings})
    most = sorted(codes.items(), key=lambda item: (-item[1], item[0]))[:MOST_CODES]
    yield from (f"  {code} among those of {count}" for code, count in most)
