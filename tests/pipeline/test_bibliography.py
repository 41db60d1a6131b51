"""The cited works come out of CSL-JSON and BibTeX as other libraries read them, field by field."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import example, given, settings
from hypothesis import strategies as st

from huiyi.checking import check
from huiyi.exports.bibliography import formatted
from huiyi.package.bibliography import bibtex, csl_date, csl_items
from huiyi.schemas import read_contract
from huiyi.values.text import find_refused

PROJECT = Path(__file__).resolve().parents[2]
ROOTS = [PROJECT, PROJECT / "tests" / "toy"]
VARIABLES = {
    "title": ("title",),
    "container-title": ("journaltitle", "booktitle"),
    "publisher": ("publisher",),
    "note": ("note",),
    "section": ("chapter",),
    "page": ("pages",),
}


def entries(text: str) -> dict[str, dict[str, str]]:
    """Read BibTeX and give for each key its fields without their braces, with what stood for LaTeX undone."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return {entry.key: {field.key: field.value.strip("{}") for field in entry.fields} for entry in library.entries}


@pytest.fixture(scope="module", params=ROOTS, ids=["the records", "the toy"])
def items(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return csl_items(check(request.param, read_contract(), None).corpus)


def test_every_work_is_an_item_and_an_entry_with_the_same_fields(items: list[dict[str, Any]]) -> None:
    found = entries(bibtex(items))
    assert list(found) == [item["id"] for item in items]
    for item in items:
        entry = found[item["id"]]
        for variable, names in VARIABLES.items():
            assert [entry[name] for name in names if name in entry] == [item[one] for one in [variable] if one in item]
        people = [person["literal"] for person in item.get("author", ())]
        assert entry.get("author", "").replace("{", "").replace("}", "").split(" and ") == (people or [""])
        assert ("issued" in item) == ("date" in entry)


def test_every_work_is_formatted_once_with_its_title(items: list[dict[str, Any]]) -> None:
    texts = dict(formatted(items))
    assert sorted(texts) == [item["id"] for item in items]
    for item in items:
        assert item["title"].replace("'", "’") in texts[item["id"]].replace("'", "’")


@pytest.mark.parametrize("title", ["Lake Papers", "Lake Papers (1962)", "Is it (1962) a lake?", "湖 & Lake"])
def test_a_work_without_an_author_stands_under_its_title_and_says_it_once(title: str) -> None:
    item = {"id": "lake", "type": "webpage", "title": title, "issued": {"date-parts": [[1971]]}}
    ((_, text),) = formatted([item])
    assert text.count(title) == 1
    assert text.startswith(f"{title} (1971)")


def test_a_release_has_the_bibliography_that_its_records_give(toy_release: Path) -> None:
    items = csl_items(check(PROJECT / "tests" / "toy", read_contract(), None).corpus)
    folder = toy_release / "bibliography"
    assert json.loads((folder / "works.json").read_text("utf-8")) == items
    assert (folder / "works.bib").read_text("utf-8") == bibtex(items)
    assert (folder / "works.md").read_text("utf-8").count("\n- ") == len(items)


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("1957-12-21", {"date-parts": [[1957, 12, 21]]}),
        ("1959-12/1960-01", {"date-parts": [[1959, 12], [1960, 1]]}),
        ("1977~", {"date-parts": [[1977]], "circa": True}),
        ("195X", {"literal": "195X"}),
        ("1953-21", {"literal": "1953-21"}),
        ("1953/..", {"literal": "1953/.."}),
    ],
)
def test_a_date_is_told_as_csl_tells_dates(edtf: str, date: dict[str, Any]) -> None:
    assert csl_date(edtf) == date


LEGAL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zs", "Zl", "Zp", "Mn"]), min_size=1).filter(
    lambda text: not list(find_refused(text)) and unicodedata.is_normalized("NFC", text)
)


@given(title=LEGAL)
@example(title="100% of $5 & #1_a {b} ~c ^d \\e")
@example(title="}, author = {x")
@example(title='@book{x, "')
@example(title="人民日报 𠮷")
@settings(max_examples=80, deadline=None)
def test_no_title_breaks_out_of_its_entry(title: str) -> None:
    items = [{"id": "a", "type": "book", "title": title}, {"id": "b", "type": "book", "title": "next"}]
    library = parse_string(bibtex(items))
    assert library.failed_blocks == []
    assert [(entry.key, [field.key for field in entry.fields]) for entry in library.entries] == [
        ("a", ["title"]),
        ("b", ["title"]),
    ]
