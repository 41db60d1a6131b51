"""The page of each kind names what a record holds, and its examples are right and wrong as they say."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from huiyi.checking import read
from huiyi.pages import Example, read_page
from huiyi.project import contract_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from huiyi.schemas import Contract, Shape

FOLDER = contract_folder("schemas")
PAGES = {path.stem: read_page(path) for path in sorted(FOLDER.glob("*.md"))}
EXAMPLES = [
    pytest.param(example, id=f"{kind}-{example.verdict}-{number}")
    for kind, page in PAGES.items()
    for number, example in enumerate(page.examples, 1)
]
SHARED = {"date", "name", "evidence", "anomaly", "point", "citation", "pointer", "quotation", "count"}
STATEMENT = set(json.loads((FOLDER / "common" / "fact.schema.json").read_text("utf-8"))["properties"])
"""The keys that every statement may carry."""


def keys_of(shape: Shape) -> Iterator[str]:
    """Give the keys of a mapping and of the mappings in it that no other kind has."""
    yield from (key for key in shape.order if not (shape.is_fact and key in STATEMENT))
    inner = [*shape.objects.values(), *(listing.shape for listing in shape.lists.values() if listing.shape)]
    for part in inner:
        if part.name not in SHARED:
            yield from keys_of(part)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def test_each_kind_has_a_page_and_each_page_a_kind(contract: Contract) -> None:
    assert set(PAGES) == set(contract.kinds)


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_a_page_has_the_sections_in_their_order(kind: str) -> None:
    titles = [title for title in PAGES[kind].sections if title != "Where it comes from"]
    assert titles == ["What it holds", "Wrong", "Right"]
    assert PAGES[kind].title_sentence.endswith(".")


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_a_page_names_every_key_of_its_kind(kind: str, contract: Contract) -> None:
    named = words_of(PAGES[kind].sections["What it holds"])
    assert set(keys_of(contract.kinds[kind].shape)) - named - {"anomalies"} == set()


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_a_page_names_no_vocabulary_and_no_followed_key_that_is_not_there(kind: str, contract: Contract) -> None:
    rows = re.findall(r"^\| (`.*?`) \|", PAGES[kind].sections.get("Where it comes from", ""), re.MULTILINE)
    followed = {word for row in rows for word in words_of(row)}
    assert followed <= set(keys_of(contract.kinds[kind].shape)) | {"edtf"}
    for name in re.findall(r"vocabulary `([a-z-]+)`", PAGES[kind].sections["What it holds"]):
        assert f'"x-vocabulary": "{name}"' in "".join(p.read_text("utf-8") for p in FOLDER.rglob("*.json"))


def test_the_page_of_the_shared_parts_names_every_key_of_them(contract: Contract) -> None:
    named = words_of((FOLDER / "common" / "README.md").read_text("utf-8"))
    assert named >= STATEMENT
    found: dict[str, Shape] = {}

    def gather(shape: Shape) -> None:
        inner = [*shape.objects.values(), *(listing.shape for listing in shape.lists.values() if listing.shape)]
        for part in inner:
            found[part.name] = part
            gather(part)

    for kind in contract.kinds.values():
        gather(kind.shape)
    assert found.keys() >= SHARED
    for name in SHARED:
        assert set(found[name].order) - STATEMENT - named == set()


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_a_page_shows_two_wrong_examples_for_each_right_one(kind: str) -> None:
    verdicts = [example.verdict for example in PAGES[kind].examples]
    assert verdicts.count("wrong") >= 2 * verdicts.count("right") >= 2


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_a_kind_raises_exactly_what_it_says(
    example: Example, contract: Contract, lay_out: Callable[[Example], Path]
) -> None:
    root = lay_out(example)
    _, findings = read(root, contract, None)
    found = [(f.path.removeprefix("curation/"), f.line, f.column, f.code) for f in findings]
    assert sorted(found) == sorted(example.expected)
