"""`huiyi rules` and `huiyi quality` count what is there, and a release publishes the same figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from huiyi.checking import all_rules, check
from huiyi.checking.quality import percent, published_quality, quality
from huiyi.cli import run
from huiyi.schemas import read_contract

TESTS = Path(__file__).resolve().parents[1]
TOY, BROKEN = TESTS / "toy", TESTS / "toy-broken"
TEXTS = TOY / "texts"

Capture = pytest.CaptureFixture[str]


def shown(capsys: Capture, *arguments: str, root: Path = TOY) -> str:
    assert run(["--root", str(root), *arguments]) == 0
    return capsys.readouterr().out


def figures(root: Path, texts: Path | None) -> Any:
    outcome = check(root, read_contract(), texts)
    return quality(outcome.corpus, outcome.tallies, outcome.golden, outcome.coding)


# rules


def test_rules_has_a_line_for_each_rule_in_the_order_of_codes(capsys: Capture) -> None:
    heading, *lines = shown(capsys, "rules").splitlines()
    assert heading.split() == ["rule", "severity", "examined", "findings", "silenced"]
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]


def test_rules_counts_the_finding_that_an_anomaly_silences(capsys: Capture) -> None:
    found = {rule["code"]: rule for rule in json.loads(shown(capsys, "rules", "--format", "json"))}
    assert (found["reading-mismatch"]["findings"], found["reading-mismatch"]["silenced"]) == (1, 1)
    files = [*(TOY / "curation" / "records").rglob("*.yaml"), *(TOY / "curation" / "vocabularies").glob("*.yaml")]
    assert found["identifier-not-file-name"]["examined"] == len(files)
    assert sum(rule["findings"] or 0 for rule in found.values()) == sum(
        rule["silenced"] or 0 for rule in found.values()
    )


def test_rules_counts_findings_that_nothing_silences(toy: Path, capsys: Capture) -> None:
    path = toy / "curation" / "records" / "person" / "wen-shu.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("        rule: reading-mismatch\n        field: text\n", ""), "utf-8")
    found = {rule["code"]: rule for rule in json.loads(shown(capsys, "rules", "--format", "json", root=toy))}
    assert (found["reading-mismatch"]["findings"], found["reading-mismatch"]["silenced"]) == (1, 0)


def test_rules_marks_a_rule_that_examined_nothing(toy: Path, capsys: Capture) -> None:
    for path in (toy / "curation" / "records" / "jurisdiction").iterdir():
        path.unlink()
    lines = {line.split()[0]: line for line in shown(capsys, "rules", root=toy).splitlines()}
    assert lines["jurisdiction-versions-differ"].endswith("NOTHING EXAMINED")
    assert not lines["dangling-reference"].endswith("NOTHING EXAMINED")


def test_rules_says_which_need_the_texts_and_were_not_run(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    needing = [rule.code for rule in all_rules() if rule.needs_texts]
    idle = [line.split()[0] for line in shown(capsys, "rules").splitlines() if "not run" in line]
    assert idle == needing
    monkeypatch.setenv("HUIYI_SOURCES", str(TEXTS))
    lines = shown(capsys, "rules").splitlines()
    assert not any("not run" in line for line in lines)
    assert [line.split()[0] for line in lines if "needs the texts" in line] == needing


def test_rules_and_quality_are_told_of_broken_records_too(capsys: Capture) -> None:
    for command in ("rules", "quality"):
        assert run(["--root", str(BROKEN), command]) == 0
        assert "errors" in capsys.readouterr().err


# quality


def test_quality_counts_the_toy() -> None:
    found = figures(TOY, None)
    records = list((TOY / "curation" / "records").rglob("*.yaml"))
    assert found["records"]["count"] == len(records) == sum(kind["records"] for kind in found["kinds"].values())
    assert found["vocabularies"]["count"] == len(list((TOY / "curation" / "vocabularies").glob("*.yaml")))
    assert found["records"]["reviewed"] == sum("\nreviewed: " in path.read_text("utf-8") for path in records)
    assert found["statements"]["count"] == sum(kind["statements"] for kind in found["kinds"].values())
    assert found["sources"] == [{"id": "lake-conference", "lines": 16, "accounted": 16, "share": 1.0}]
    assert found["anomalies"]["count"] == sum(found["anomalies"]["kinds"].values())
    assert found["anomalies"]["naming_a_rule"] >= 1
    assert [rule["code"] for rule in found["rules"]] == [rule.code for rule in all_rules()]


def test_quality_measures_characters_where_the_texts_are_at_hand(toy: Path) -> None:
    (source,) = figures(toy, TEXTS)["sources"]
    assert source["characters_share"] == 1.0
    for path in (toy / "curation" / "records").rglob("*.yaml"):
        if path.parent.name != "source":
            path.unlink()
    (source,) = figures(toy, TEXTS)["sources"]
    assert source["characters_share"] == 0.0


def test_a_line_that_nothing_accounts_for_lowers_the_share(toy: Path) -> None:
    path = toy / "curation" / "records" / "source" / "lake-conference.yaml"
    path.write_text(path.read_text("utf-8").replace("no_data:\n  - {lines: [20, 20], reason: end mark}\n", ""), "utf-8")
    (source,) = figures(toy, None)["sources"]
    assert source["accounted"] == source["lines"] - 1
    assert source["share"] == 0.9375


def test_golden_facts_are_counted_by_source_as_held_and_as_broken(toy: Path, capsys: Capture) -> None:
    whole = {"id": "lake-conference", "count": 2, "held": 2, "broken": 0}
    assert figures(toy, None)["golden"] == {"count": 2, "held": 2, "broken": 0, "share": 1.0, "sources": [whole]}
    path = toy / "curation" / "records" / "meeting" / "second-conference-of-lake-surveyors.yaml"
    path.write_text(path.read_text("utf-8").replace("\nordinal: 2\n", "\nordinal: 3\n"), "utf-8")
    broken = {"id": "lake-conference", "count": 2, "held": 1, "broken": 1}
    assert figures(toy, None)["golden"] == {"count": 2, "held": 1, "broken": 1, "share": 0.5, "sources": [broken]}
    text = shown(capsys, "quality", root=toy)
    assert "golden facts 2, held 1 (50 %), broken 1\n  lake-conference: 2, held 1, broken 1\n" in text


def test_a_golden_fact_about_a_record_that_failed_neither_holds_nor_is_broken(toy: Path) -> None:
    path = toy / "curation" / "records" / "statistic" / "lines-in-all.yaml"
    path.write_text("id: lines-in-all\n", "utf-8")
    found = figures(toy, None)["golden"]
    assert (found["count"], found["held"], found["broken"]) == (2, 1, 0)


def test_a_golden_fact_that_asks_for_what_no_record_has_does_not_hold(toy: Path) -> None:
    path = toy / "curation" / "golden" / "lake-conference.yaml"
    path.write_text(path.read_text("utf-8").replace("field: ordinal", "field: ordinals"), "utf-8")
    found = figures(toy, None)["golden"]
    assert (found["count"], found["held"], found["broken"]) == (2, 1, 0)


def test_without_golden_facts_there_is_no_share_of_them(toy: Path) -> None:
    (toy / "curation" / "golden" / "lake-conference.yaml").unlink()
    assert figures(toy, None)["golden"] == {"count": 0, "held": 0, "broken": 0, "share": None, "sources": []}


def test_the_coverage_of_a_source_that_neither_text_nor_lock_tells_is_not_known(toy: Path, capsys: Capture) -> None:
    (toy / "curation" / "evidence.lock").unlink()
    (source,) = figures(toy, None)["sources"]
    assert (source["lines"], source["share"]) == (None, None)
    assert "lake-conference: not known" in shown(capsys, "quality", root=toy)


def test_quality_is_shown_as_text_and_as_json(capsys: Capture) -> None:
    text = shown(capsys, "quality")
    found = json.loads(shown(capsys, "quality", "--format", "json"))
    assert found == figures(TOY, None)
    assert f"{found['records']['count']}, reviewed {found['records']['reviewed']}" in text
    assert "lake-conference: 100 % of 16 lines accounted for" in text
    assert all(kind in text for kind in [*found["kinds"], *found["anomalies"]["kinds"]])


@pytest.mark.parametrize(
    ("share", "words"), [(None, "–"), (0.0, "0 %"), (0.9999, "99.9 %"), (1.0, "100 %"), (0.3333, "33.3 %")]
)
def test_what_is_not_whole_does_not_read_as_100_percent(share: float | None, words: str) -> None:
    assert percent(share) == words


# the release


def test_a_release_publishes_the_figures_and_shows_them_in_its_readme(toy_release: Path) -> None:
    outcome = check(TOY, read_contract(), None)
    published = json.loads((toy_release / "quality.json").read_text("utf-8"))
    assert published == published_quality(outcome.corpus, outcome.tallies, outcome.golden, outcome.coding)
    readme = (toy_release / "README.md").read_text("utf-8")
    assert "| `lake-conference` | 16 | 100 % | 2 of 2 |" in readme
    assert f"- Records: {published['records']['count']}, " in readme


def test_the_published_figures_are_the_same_with_and_without_the_texts() -> None:
    with_texts, without = (check(TOY, read_contract(), texts) for texts in (TEXTS, None))
    assert with_texts.corpus.texts
    figures_with, figures_without = (
        published_quality(outcome.corpus, outcome.tallies, outcome.golden, outcome.coding)
        for outcome in (with_texts, without)
    )
    assert figures_with == figures_without
    assert all(rule["counted"] is not rule["needs_texts"] for rule in figures(TOY, None)["rules"])
