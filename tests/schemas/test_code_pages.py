"""Each code of the schemas and of the check has a page, whose examples raise what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

import huiyi
from huiyi.checking import check, read
from huiyi.loading.flaws import Code
from huiyi.pages import Example, Page, read_page
from huiyi.values.dates import DateFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from huiyi.schemas import Contract

HOME = Path(huiyi.__file__).parent
SCHEMA_PAGES = {path.stem: read_page(path) for path in sorted((HOME / "schemas" / "pages").iterdir())}
CHECKING_PAGES = {path.stem: read_page(path) for path in sorted((HOME / "checking" / "pages").iterdir())}
PAGES = SCHEMA_PAGES | CHECKING_PAGES
SHOWN_BY_NO_EXAMPLE = {"damaged-lock", "source-copy-unreadable", "more-findings"}


def examples(pages: dict[str, Page]) -> list[object]:
    return [
        pytest.param(code, example, id=f"{code}-{example.verdict}-{number}")
        for code, page in pages.items()
        for number, example in enumerate(page.examples, 1)
    ]


def codes_in(paths: Iterable[Path]) -> set[str]:
    """Give what looks like a code in some modules: words joined by hyphens, between quotation marks."""
    text = "".join(path.read_text("utf-8") for path in paths)
    return {code for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text) if not code.startswith("x-")}


def test_each_code_of_the_schemas_has_a_page_and_each_page_a_code() -> None:
    assert set(SCHEMA_PAGES) == codes_in((HOME / "schemas").glob("*.py")) | set(get_args(DateFault))


def test_each_code_of_the_check_has_a_page_and_each_page_a_code() -> None:
    folders = [path for name in ("checking", "golden", "coding") for path in (HOME / name).glob("*.py")]
    modules = [*folders, HOME / "evidence" / "texts.py"]
    words_of_nodes = {"own-text", "vocabulary-word"}
    assert set(CHECKING_PAGES) == codes_in(modules) - set(get_args(Code)) - words_of_nodes


@pytest.mark.parametrize("code", sorted(PAGES))
def test_each_page_has_the_same_sections(code: str) -> None:
    assert list(PAGES[code].sections) == ["Why", "Wrong", "Right", "What to do"]


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_code_that_an_example_can_show_is_shown_twice(code: str) -> None:
    wrong = [example for example in PAGES[code].examples if example.verdict == "wrong"]
    right = [example for example in PAGES[code].examples if example.verdict == "right"]
    if code in SHOWN_BY_NO_EXAMPLE:
        assert (wrong, right) == ([], [])
        assert PAGES[code].sections["Wrong"].startswith("A fenced example cannot show")
    else:
        assert len(wrong) >= 2 * len(right) >= 2
        assert {shown for example in wrong for *_, shown in example.expected} == {code}


@pytest.mark.parametrize(("code", "example"), examples(SCHEMA_PAGES))
def test_an_example_of_a_schema_code_raises_exactly_what_it_says(
    code: str, example: Example, contract: Contract, lay_out: Callable[[Example], Path]
) -> None:
    _, findings = read(lay_out(example), contract, None)
    found = [(f.path.removeprefix("curation/"), f.line, f.column, f.code) for f in findings]
    assert sorted(found) == sorted(example.expected)
    assert {f.code for f in findings} <= {code}


@pytest.mark.parametrize(("code", "example"), examples(CHECKING_PAGES))
def test_an_example_of_a_code_of_the_check_raises_it_where_it_says(
    code: str, example: Example, contract: Contract, lay_out: Callable[[Example], Path]
) -> None:
    root = lay_out(example)
    findings = [f for f in check(root, contract, root / "texts").findings if f.code == code]
    found = [(f.path.removeprefix("curation/"), f.line, f.column, f.code) for f in findings]
    assert sorted(found) == sorted(example.expected)
