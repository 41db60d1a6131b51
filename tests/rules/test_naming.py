"""A text names whoever's whole name stands in it, perhaps all who share an end of a name, and nobody by a mere word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from huiyi.checking import read
from huiyi.naming import named, people_named, perhaps_named
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.corpus import Corpus

PEOPLE = {"liu-shaoqi": "Liu Shaoqi", "liu-lantao": "Liu Lantao", "gao-gang": "Gao Gang", "an": "An", "bo": "薄一波"}
THOUGHT = "id: thought\nnames:\n  - {text: Gao Thought, language: en, system: english}\ngloss: A doctrine.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    for folder in ("records/person", "records/term", "vocabularies"):
        (tmp_path / "curation" / folder).mkdir(parents=True)
    for identifier, name in PEOPLE.items():
        system = "pinyin" if name.isascii() else "hanzi-simplified"
        text = f"id: {identifier}\nnames:\n  - {{text: {name}, language: zh, system: {system}}}\n"
        (tmp_path / "curation" / "records" / "person" / f"{identifier}.yaml").write_text(text, "utf-8")
    (tmp_path / "curation" / "records" / "term" / "thought.yaml").write_text(THOUGHT, "utf-8")
    found, unfit = read(tmp_path, read_contract(), None)
    assert unfit == []
    return found


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Liu Shaoqi spoke.", {"liu-shaoqi"}),
        ("Liu spoke.", set()),
        ("An attack began.", set()),
        ("薄一波讲话", {"bo"}),
        ("Gao Thought was taught.", {"thought"}),
    ],
)
def test_only_whole_names_that_are_no_words_name_somebody(text: str, owners: set[str], corpus: Corpus) -> None:
    assert {owner for name in named(text, corpus) for owner in name.owners} == owners


@pytest.mark.parametrize(
    ("text", "perhaps"),
    [
        ("Liu spoke.", {"liu-shaoqi", "liu-lantao"}),
        ("Liu Lantao spoke.", {"liu-lantao"}),
        ("Nobody spoke.", set()),
        ("薄一波讲话", {"bo"}),
    ],
)
def test_a_surname_may_stand_for_all_who_bear_it_unless_one_is_named(
    text: str, perhaps: set[str], corpus: Corpus
) -> None:
    assert perhaps_named(text, corpus) == perhaps


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It was Liu, and Gao Gang.", ["Liu", "Gao Gang"]),
        ("Gao Thought was taught by the Gang of Four.", []),
        ("An attack, and gao in small letters.", []),
        ("会上薄一波讲话", ["薄一波"]),
    ],
)
def test_a_person_is_named_by_a_capital_and_not_within_the_name_of_a_thing(
    text: str, printed: list[str], corpus: Corpus
) -> None:
    assert [one.printed for one in people_named(text, corpus)] == printed
