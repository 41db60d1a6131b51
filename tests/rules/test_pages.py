"""Every rule's page is its test: the wrong examples are found where the page says, the right ones pass."""

from __future__ import annotations

from pathlib import Path

import pytest

import huiyi.rules
from huiyi.checking import all_rules, judged, read
from huiyi.pages import Example, read_page
from huiyi.schemas import read_contract

FOLDER = Path(huiyi.rules.__path__[0])
PAGES = {page.code: page for page in map(read_page, sorted(FOLDER.glob("*.md")))}
RULES = {rule.code: rule for rule in all_rules()}
EXAMPLES = [
    pytest.param(code, example, id=f"{code}-{example.verdict}-{number}")
    for code, page in PAGES.items()
    for number, example in enumerate(page.examples, 1)
]


def lay_out(example: Example, root: Path) -> None:
    """Write the files of an example below a root, as curators would."""
    (root / "curation" / "records").mkdir(parents=True)
    (root / "curation" / "vocabularies").mkdir()
    for name, text in example.files.items():
        path = root / name if name.startswith("texts/") else root / "curation" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert set(PAGES) == set(RULES)


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_page_explains_and_shows_at_least_two_wrong_examples_and_a_right_one(code: str) -> None:
    page = PAGES[code]
    assert {"Why", "Wrong", "Right", "What to do"} <= set(page.sections)
    verdicts = [example.verdict for example in page.examples]
    assert verdicts.count("wrong") >= 2
    assert verdicts.count("right") >= 1


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_the_examples_of_a_page_are_as_it_says(code: str, example: Example, tmp_path: Path) -> None:
    lay_out(example, tmp_path)
    texts = tmp_path / "texts"
    corpus, unfit = read(tmp_path, read_contract(), texts if texts.is_dir() else None)
    assert unfit == []
    findings = judged(corpus, (RULES[code],))[0]
    found = sorted((f.path.removeprefix("curation/"), f.line, f.column, f.code) for f in findings)
    assert found == sorted(example.expected)
    for finding in findings:
        assert finding.severity == RULES[code].severity
        assert "\n" not in finding.message + finding.hint
