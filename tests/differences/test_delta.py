"""The delta misses nothing and adds nothing: applied to the old records, it gives the new ones, value by value."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.differences.applying import Records, applied, typed

from huiyi.differences import Difference, Entry, State, compare, render
from huiyi.project import contract_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

SCHEMA = json.loads((contract_folder("datapackage") / "delta.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
STRINGS = ["", "x", "lin-hai", "May 4", "𠮷\n`|<b>@a", "1954-05/", "true", "1"]


def delta_of(difference: Difference) -> Any:
    """Give the delta as a program reads it."""
    found = json.loads("\n".join(render("json", difference)))
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []
    return found


def plain(state: State) -> Records:
    return {identifier: (entry.kind, entry.data) for identifier, entry in state.records.items()}


def assert_round_trip(old: State, new: State) -> None:
    found = applied(delta_of(compare(old, new)), plain(old))
    assert sorted(found) == sorted(new.records)
    for identifier, (kind, data) in plain(new).items():
        assert found[identifier][0] == kind
        assert typed(found[identifier][1]) == typed(data), identifier


def edit(value: Any, chance: Random) -> Any:
    """Make one random edit somewhere in a value."""
    if isinstance(value, dict) and value and chance.random() < 0.8:
        key = chance.choice(sorted(value))
        return value | {key: edit(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.6:
        at = chance.randrange(len(value))
        return [*value[:at], edit(value[at], chance), *value[at + 1 :]]
    if isinstance(value, dict):
        return edited_mapping(value, chance)
    return edited_list(value, chance) if isinstance(value, list) else replaced(value, chance)


def edited_mapping(value: dict[str, Any], chance: Random) -> Any:
    kept = dict(value)
    if kept and chance.random() < 0.5:
        kept.pop(chance.choice(sorted(kept)))
        return kept
    return kept | {chance.choice(["note", "new_key", "text", "title"]): replaced("", chance)}


def edited_list(value: list[Any], chance: Random) -> Any:
    at = chance.randrange(len(value) + 1)
    kind = chance.randrange(4)
    if kind == 0 and value:
        return value[:at] + value[at + 1 :]
    if kind == 1 and value:
        return [*value[:at], copy.deepcopy(chance.choice(value)), *value[at:]]
    if kind == 2:
        return chance.sample(value, len(value))
    return [*value[:at], chance.choice(["x", {"text": "x"}, {"person": "lin-hai", "type": "y"}]), *value[at:]]


def replaced(value: Any, chance: Random) -> Any:
    return chance.choice(
        [*STRINGS, 1, 1.0, True, False, 2**53, 0.1, {"edtf": "1954"}, ["x", "y"], [{"text": "x"}], value]
    )


@given(chance=st.randoms(use_true_random=False), number=st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_a_delta_applied_to_the_old_records_gives_the_new_ones(toy_state: State, chance: Random, number: int) -> None:
    records = dict(toy_state.records)
    for identifier in chance.sample(sorted(records), 3):
        data: Any = dict(records[identifier].data)
        for _ in range(number):
            data = edit(data, chance)
        if isinstance(data, dict):
            records[identifier] = Entry(records[identifier].kind, data)
    gone, renamed = chance.sample(sorted(records), 2)
    del records[gone]
    records["renamed"] = records.pop(renamed)
    new = replace(toy_state, records=records)
    assert_round_trip(toy_state, new)
    assert_round_trip(new, toy_state)


def test_records_without_shapes_are_compared_as_well(toy_state: State, edited: Callable[..., State]) -> None:
    def change(person: Any) -> None:
        person["tenures"][0]["end"] = {"edtf": "1954-07"}
        person["names"].insert(0, {"text": "x"})

    new = edited("song-an", change)
    assert_round_trip(replace(toy_state, shapes={}), replace(new, shapes={}))


def test_nothing_differs_between_a_state_and_itself(toy_state: State) -> None:
    difference = compare(toy_state, toy_state)
    assert difference.records == ()
    assert difference.forms == ()
    found = delta_of(difference)
    assert found["step"] == {"needed": "none", "smallest_version": "1.2.3"}
    assert found["records"] == found["tables"] == []


def test_keys_in_another_order_are_no_difference(toy_state: State, edited: Callable[..., State]) -> None:
    def reverse(person: Any) -> None:
        for key in reversed(list(person)):
            person[key] = person.pop(key)

    assert compare(toy_state, edited("song-an", reverse)).records == ()


@pytest.mark.parametrize(("old", "new"), [(12, 12.0), (1, True), ("1954", 1954), (0, False)])
def test_a_value_of_another_type_is_another_value(edited: Callable[..., State], old: Any, new: Any) -> None:
    one, other = (edited("lines-in-all", lambda data, value=value: data.update(value=value)) for value in (old, new))
    ((change,),) = (record.changes for record in compare(one, other).records)
    assert (change.field, change.old, change.new) == ("value", old, new)
    assert type(change.new) is type(new)
    assert_round_trip(one, other)


def test_an_item_put_in_front_changes_and_moves_no_other(toy_state: State, edited: Callable[..., State]) -> None:
    new = edited("song-an", lambda data: data["names"].insert(0, {"text": "Sung An", "system": "wade-giles"}))
    ((change,),) = (record.changes for record in compare(toy_state, new).records)
    assert (change.what, change.address) == ("added", "song-an#name-1")


def test_a_changed_tenure_is_the_same_tenure(toy_state: State, edited: Callable[..., State]) -> None:
    def change(person: Any) -> None:
        tenure = person["tenures"][0]
        tenure["end"]["edtf"] = "1954-07"
        tenure["title"] = "head of the drafters"
        tenure["evidence"][0]["lines"] = [11, 11]

    (record,) = compare(toy_state, edited("song-an", change)).records
    assert {(one.what, one.address) for one in record.changes} == {
        ("changed", "song-an#tenure-1"),
        ("changed", "song-an#tenure-1.end"),
        ("changed", "song-an#tenure-1.evidence-1"),
    }


def test_keyed_items_are_known_by_their_key(toy_state: State, edited: Callable[..., State]) -> None:
    def swap(organization: Any) -> None:
        first = organization["posts"][0]
        organization["posts"].insert(0, first | {"key": "other"})
        first["title"] = "something else"

    (record,) = compare(toy_state, edited("lake-survey-office", swap)).records
    assert [(one.what, one.address) for one in record.changes] == [
        ("added", "lake-survey-office#post-other"),
        ("changed", "lake-survey-office#post-drafter"),
    ]


def test_a_remark_put_in_between_leaves_the_later_ones_what_they_are(
    toy_state: State, edited: Callable[..., State]
) -> None:
    def insert(meeting: Any) -> None:
        for remark in meeting["remarks"]:
            remark["sequence"] += 1
        meeting["remarks"].insert(0, {"sequence": 1, "text": "a remark overlooked"})

    (record,) = compare(toy_state, edited("second-conference-of-lake-surveyors", insert)).records
    assert {(one.what, one.field) for one in record.changes} == {("added", ""), ("changed", "sequence")}
