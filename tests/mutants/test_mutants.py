"""Faults put into the toy repository are found, and found where they are."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.mutants.__main__ import main
from tests.mutants.operators import Around, Change
from tests.mutants.reasons import REASONS
from tests.mutants.report import by_sense, caught, is_caught, is_caught_by_sense, located, report, told_by
from tests.mutants.spots import spots
from tests.mutants.trials import OPERATORS, Bench, Trial, UnsoundProjectError, bench

from huiyi.checking import all_rules, judged, read
from huiyi.findings import Finding
from huiyi.project import TOP
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from collections.abc import Iterator

TOY = Path(__file__).resolve().parents[1] / "toy"
STRUCTURAL = [operator for operator in OPERATORS if operator.family == "structural"]
CROSS_FIELD = [operator for operator in OPERATORS if operator.family == "cross-field"]


@pytest.fixture(scope="module")
def with_texts() -> Iterator[Bench]:
    with bench(TOY, TOY / "texts") as ready:
        yield ready


@pytest.fixture(scope="module")
def without_texts() -> Iterator[Bench]:
    with bench(TOY, None) as ready:
        yield ready


@pytest.fixture(scope="module")
def structural_trials(without_texts: Bench) -> list[Trial]:
    return list(without_texts.trials(STRUCTURAL, number=2, seed=1))


@pytest.fixture(scope="module")
def cross_field_trials(with_texts: Bench) -> list[Trial]:
    return list(with_texts.trials(CROSS_FIELD, number=1, seed=1))


def test_faults_of_form_are_caught_and_located(structural_trials: list[Trial]) -> None:
    assert len(structural_trials) >= 60
    assert caught(structural_trials) >= 98, [trial.change for trial in structural_trials if not trial.findings]
    assert located(structural_trials) >= 90, [trial.change for trial in structural_trials if trial.is_far]


def test_faults_of_sense_that_are_caught_are_located(cross_field_trials: list[Trial]) -> None:
    assert len(cross_field_trials) >= 30
    assert located(cross_field_trials) >= 90, [trial.change for trial in cross_field_trials if trial.is_far]


def test_a_mutant_differs_from_its_file_first_at_the_lines_that_it_names(
    structural_trials: list[Trial], cross_field_trials: list[Trial]
) -> None:
    for trial in [*structural_trials, *cross_field_trials]:
        if trial.change.path:
            assert trial.change.lines[0] == 1
            continue
        former = (TOY / trial.path).read_text("utf-8").split("\n")
        present = trial.change.text.split("\n")
        first = next(n for n, (one, other) in enumerate(zip(former, present, strict=False), 1) if one != other)
        assert min(trial.change.lines) <= first <= max(trial.change.lines) + 1, trial.change


def test_one_seed_gives_one_set_of_mutants_and_another_seed_another(without_texts: Bench) -> None:
    one, again, other = (
        [trial.change for trial in without_texts.trials(STRUCTURAL[:6], 2, seed)] for seed in (1, 1, 2)
    )
    assert one == again != other


def test_what_only_the_texts_betray_is_left_out_without_them(without_texts: Bench) -> None:
    hidden = [operator for operator in OPERATORS if operator.needs_texts]
    assert hidden
    assert list(without_texts.trials(hidden, 1, 1)) == []


def test_records_that_cannot_be_read_prove_nothing(toy: Path) -> None:
    (toy / "curation" / "records" / "person" / "stray.txt").write_text("a stray file")
    with pytest.raises(UnsoundProjectError, match=r"stray\.txt"), bench(toy, None):
        pass


def test_the_report_counts_by_operator_and_by_code_and_names_the_survivors(without_texts: Bench) -> None:
    chosen = [operator for operator in OPERATORS if operator.name in {"key-misspelt", "reference-swapped"}]
    trials = list(without_texts.trials(chosen, 3, 1))
    lines = list(report(trials, chosen, ["dangling-reference"]))
    survived = sum(not is_caught_by_sense(trial) for trial in trials)
    assert [line.split()[:4] for line in lines[1:3]] == [
        ["key-misspelt", "structural", "3", "3"],
        ["reference-swapped", "cross-field", "3", str(3 - survived)],
    ]
    assert any(line.split() == ["unknown-key", "3", "3"] for line in lines)
    assert sum("reference-swapped:" in line for line in lines) == survived
    assert "structural: 3 mutants" in lines
    assert any(line.startswith("  by rules of sense: 100.0 % caught") for line in lines)


def test_the_report_says_of_a_rule_that_caught_none_what_was_made_for_it() -> None:
    chosen = [operator for operator in OPERATORS if operator.name in {"chair-absent", "season-swapped"}]
    lines = list(report([], chosen, ["chair-not-attending", "seat-held-twice", "key-twice"]))
    start = lines.index("rules that caught none: 2")
    assert [line.split(maxsplit=1) for line in lines[start + 1 : start + 3]] == [
        ["chair-not-attending", "made for it: chair-absent"],
        ["seat-held-twice", "no post is recorded with a single seat"],
    ]


def test_every_rule_has_an_operator_that_was_made_for_it_or_a_reason_why_not() -> None:
    made = {code for operator in OPERATORS for code in operator.aims}
    assert made.isdisjoint(REASONS)
    assert made | REASONS.keys() == {rule.code for rule in all_rules()}
    assert len({operator.name for operator in OPERATORS}) == len(OPERATORS)


def test_operators_made_for_a_rule_find_a_place_in_the_records_and_reasons_hold_of_them() -> None:
    corpus, _ = read(TOP, read_contract(), None)
    around = Around(corpus, tuple(spots(corpus)), Random(1))
    assert [code for code, reason in REASONS.items() if not reason.holds(corpus)] == []
    for operator in OPERATORS:
        if operator.aims and not operator.needs_texts:
            places = (spot for spot in around.spots if operator.applies(spot))
            assert any(operator.change(spot, around) for spot in places), operator.name


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (["golden-fact-broken", "key-twice", "changed-since-review"], "sense"),
        (["changed-since-review", "golden-fact-broken", "unused-passage"], "golden"),
        (["changed-since-review", "unused-passage"], "unused"),
        (["changed-since-review"], "seal"),
        ([], "nothing"),
    ],
)
def test_a_mutant_counts_as_told_by_the_best_that_tells_of_it(codes: list[str], told: str) -> None:
    findings = tuple(Finding("a.yaml", 1, 1, code, "a message", "", "error") for code in codes)
    assert told_by(Trial(OPERATORS[0], "a.yaml", Change("", (1,), "", ""), findings)) == told


def test_rules_run_again_where_something_changed_find_what_all_find_that_are_run_anew(with_texts: Bench) -> None:
    compared = 0
    for operator in OPERATORS:
        around = Around(with_texts.corpus, with_texts.spots, Random(operator.name))
        places = [spot for spot in with_texts.spots if operator.applies(spot)]
        around.random.shuffle(places)
        changes = ((spot.record, change) for spot in places if (change := operator.change(spot, around)) is not None)
        for record, change in islice(changes, 1):
            _, corpus, _ = with_texts.changed(record, change)
            anew = judged(corpus, with_texts.rules, with_texts.not_run)[0]
            assert sorted(with_texts.watched.findings(corpus)) == sorted(anew), (operator.name, change.after)
            compared += 1
    assert compared > len(OPERATORS) / 2


def test_golden_facts_are_held_against_mutants(without_texts: Bench) -> None:
    chosen = [operator for operator in OPERATORS if operator.name == "meeting-number-changed"]
    told = [finding.code for trial in without_texts.trials(chosen, 40, 1) for finding in trial.findings]
    assert "golden-fact-broken" in told


def test_a_whole_file_can_be_the_fault(without_texts: Bench) -> None:
    chosen = [operator for operator in OPERATORS if operator.name in {"kept-and-retired", "retired-in-use"}]
    kept, retired = (
        [trial for trial in without_texts.trials([operator], 3, 1) if trial.change.path] for operator in chosen
    )
    assert kept
    assert retired
    for trial in kept:
        found = {finding.path for finding in trial.findings if finding.code == "duplicate-identifier"}
        assert trial.change.path in found
        assert len(found) == len(("the record", "its redirect"))
    for trial in retired:
        assert "reference-to-retired" in {finding.code for finding in trial.findings}
        assert "duplicate-identifier" not in {finding.code for finding in trial.findings}


def test_what_only_a_seal_tells_is_counted_apart(toy: Path) -> None:
    record = toy / "curation" / "records" / "source" / "lake-conference.yaml"
    assert "reviewed: " in record.read_text("utf-8")
    notes = [operator for operator in OPERATORS if operator.name == "key-of-sibling"]
    with bench(toy, None) as ready:
        trials = [trial for trial in ready.trials(notes, 40, 1) if trial.path.endswith("lake-conference.yaml")]
    assert trials
    assert caught(trials, by=is_caught) == 100
    for trial in trials:
        assert "changed-since-review" in {finding.code for finding in trial.findings}
        assert "changed-since-review" not in {finding.code for finding in by_sense(trial).findings}


@pytest.mark.parametrize(("minimum", "code"), [("100", 0), ("100.1", 1)])
def test_a_minimum_decides_the_exit_code(minimum: str, code: int) -> None:
    arguments = ["--root", str(TOY), "--number", "1", "--only", "key-misspelt", "--minimum", minimum]
    assert CliRunner().invoke(main, arguments).exit_code == code
