"""What a version must be: each change of records and tables asks for its step, and too small a one is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.differences.conftest import forms_of

from huiyi.differences import Entry, State, compare, faults, needed, plain, reasons, render
from huiyi.differences.forms import ColumnForm, TableForm
from huiyi.differences.levels import bumped
from huiyi.values.versions import is_version

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMN = ColumnForm("string", is_required=True, description="x", words=("a", "b"), refers_to="records", minimum=1.0)


def formed(state: State, column: ColumnForm | None, **table: Any) -> State:
    """Give the state with one more table, of an `id` and one column."""
    columns = {"id": ColumnForm("string", is_required=True, description="key")} | ({"c": column} if column else {})
    return replace(
        state,
        forms={**forms_of(state), "t": TableForm(**{"description": "x", "key": ("id",), **table}, columns=columns)},
    )


def loosened(**changes: Any) -> ColumnForm:
    return replace(COLUMN, **changes)


CHANGES: list[tuple[str, ColumnForm | None, ColumnForm | None, str]] = [
    ("a column that is gone", COLUMN, None, "major"),
    ("a column that is new", None, COLUMN, "minor"),
    ("another type", COLUMN, loosened(type="integer"), "major"),
    ("a column that may be empty", COLUMN, loosened(is_required=False), "major"),
    ("a column that is always filled", loosened(is_required=False), COLUMN, "minor"),
    ("a word that is gone", COLUMN, loosened(words=("a",)), "major"),
    ("a word that is new", COLUMN, loosened(words=("a", "b", "c")), "minor"),
    ("words in another order", COLUMN, loosened(words=("b", "a")), "none"),
    ("a list of words that is open", COLUMN, loosened(words=None), "major"),
    ("a list of words that is closed", loosened(words=None), COLUMN, "minor"),
    ("another table referred to", COLUMN, loosened(refers_to="nodes"), "major"),
    ("a reference that is new", loosened(refers_to=""), COLUMN, "minor"),
    ("a lower minimum", COLUMN, loosened(minimum=0.0), "major"),
    ("a higher minimum", COLUMN, loosened(minimum=2.0), "minor"),
    ("another description", COLUMN, loosened(description="y"), "patch"),
    ("nothing", COLUMN, COLUMN, "none"),
]


@pytest.mark.parametrize(("old", "new", "level"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_a_change_of_a_column_asks_for_a_step(
    old: ColumnForm | None, new: ColumnForm | None, level: str, toy_state: State
) -> None:
    difference = compare(formed(toy_state, old), formed(toy_state, new))
    assert needed(difference).level == level
    assert len(difference.forms) == (level != "none")
    assert len(list(reasons(difference))) == (level != "none")


@pytest.mark.parametrize(
    ("table", "level"), [({"key": ("id", "c")}, "major"), ({"description": "y"}, "patch"), ({}, "none")]
)
def test_a_change_of_a_table_asks_for_a_step(table: dict[str, Any], level: str, toy_state: State) -> None:
    difference = compare(formed(toy_state, COLUMN), formed(toy_state, COLUMN, **table))
    assert needed(difference).level == level


def test_a_table_that_is_gone_is_major_and_a_new_one_minor(toy_state: State) -> None:
    more = formed(toy_state, COLUMN)
    assert needed(compare(more, toy_state)).level == "major"
    assert needed(compare(toy_state, more)).level == "minor"


def with_record(state: State, identifier: str, entry: Entry | None) -> State:
    records = {**state.records}
    if entry is None:
        del records[identifier]
    else:
        records[identifier] = entry
    return replace(state, records=records)


REDIRECT = Entry("redirect", {"id": "wen-shu", "was": "person", "reason": "x"})
FALSE_REDIRECT = Entry("redirect", {"id": "wen-shu", "was": "meeting", "reason": "x"})
TERM = Entry("term", {"id": "wen-shu"})


@pytest.mark.parametrize(
    ("identifier", "entry", "level", "is_forbidden"),
    [
        ("new-one", TERM, "minor", False),
        ("wen-shu", REDIRECT, "minor", False),
        ("wen-shu", Entry("person", {"id": "wen-shu"}), "patch", False),
        ("wen-shu", None, "major", True),
        ("wen-shu", TERM, "major", True),
        ("wen-shu", FALSE_REDIRECT, "major", True),
    ],
    ids=["added", "retired", "changed", "vanished", "reused", "retired as another kind"],
)
def test_what_becomes_of_a_record_asks_for_a_step(
    identifier: str, entry: Entry | None, level: str, toy_state: State, *, is_forbidden: bool
) -> None:
    new = replace(with_record(toy_state, identifier, entry), version="9.0.0")
    difference = compare(toy_state, new)
    assert needed(difference).level == level
    told = list(map(plain, faults(difference)))
    assert len(told) == is_forbidden
    assert all("wen-shu" in line for line in told)


@pytest.mark.parametrize(
    ("level", "smallest", "too_small"),
    [("patch", "1.2.4", "1.2.3"), ("minor", "1.3.0", "1.2.9"), ("major", "2.0.0", "1.9.9"), ("none", "1.2.3", "1.2.2")],
)
def test_a_version_is_refused_below_the_smallest_that_the_differences_ask_for(
    level: str, smallest: str, too_small: str, toy_state: State, edited: Callable[..., State]
) -> None:
    new = {
        "none": toy_state,
        "patch": edited("wen-shu", lambda data: data.update(note="x")),
        "minor": formed(toy_state, COLUMN),
        "major": replace(toy_state, forms=dict(list(forms_of(toy_state).items())[1:])),
    }[level]
    assert bumped("1.2.3", level) == smallest  # type: ignore[arg-type]
    assert list(faults(compare(toy_state, replace(new, version=smallest)))) == []
    (complaint,) = map(plain, faults(compare(toy_state, replace(new, version=too_small))))
    assert too_small in complaint
    assert "1.2.3" in complaint
    assert smallest in complaint


@pytest.mark.parametrize(
    "text", ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.3-rc1", "01.2.3", "1.2.３", "1.2.3\n", None, 1]
)
def test_what_is_no_version_is_none(text: object) -> None:
    assert not is_version(text)


def test_the_same_change_of_many_columns_is_told_once(toy_state: State) -> None:
    def with_words(words: tuple[str, ...]) -> State:
        forms = {
            name: replace(form, columns={key: replace(column, words=words) for key, column in form.columns.items()})
            for name, form in forms_of(toy_state).items()
        }
        return replace(toy_state, forms=forms)

    lines = list(render("text", compare(with_words(("a",)), with_words(("a", "<b>")))))
    assert len([line for line in lines if "now allows <b>" in line]) == 1
    assert " more: now allows" in lines[-1]


def test_columns_of_different_names_are_each_told(toy_state: State) -> None:
    old = formed(toy_state, COLUMN)
    more = {**forms_of(old)["t"].columns, "d": COLUMN, "e": COLUMN}
    new = replace(old, forms={**forms_of(old), "t": replace(forms_of(old)["t"], columns=more)})
    lines = [line.strip() for line in render("text", compare(old, new))]
    assert lines[-2:] == ["column t.d: new (minor)", "column t.e: new (minor)"]
