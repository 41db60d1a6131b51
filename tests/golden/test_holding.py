"""A golden fact holds or is broken by what the records say, wherever in a list it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.golden.conftest import MEETING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.golden.conftest import Project

    from huiyi.findings import Finding

    FindingsOn = Callable[[str], list[Finding]]

HOLDING = {
    "a value": "about: dyke-conference\nfield: date.edtf\nexpected: 1953-03-02",
    "a number": "about: dyke-conference\nfield: ordinal\nexpected: 1",
    "a truth value": "about: dyke-conference\nfield: enlarged\nexpected: true",
    "a value at an address": "about: dyke-conference#speech-2.date\nfield: edtf\nexpected: 1953-03-03",
    "a usual value that is not written": "about: dyke-conference#date\nfield: basis\nexpected: stated",
    "an item by what is in it": "about: dyke-conference\namong: speeches\nwhere: {speaker: li}\nfield: date.edtf\n"
    "expected: 1953-03-03",
    "an item of an item": "about: dyke-conference\namong: speeches.points\nwhere: {about: li}\nfield: status\n"
    "expected: proposed",
    "an item by several values of a list": "about: dyke-conference\namong: speeches.points\n"
    "where: {about: [li, wu]}\nfield: status\nexpected: proposed",
    "an item by a value that is absent": "about: dyke-conference\namong: speeches\nwhere: {date: null}\n"
    "field: speaker\nexpected: wu",
    "a value that is absent": "about: dyke-conference\namong: speeches\nwhere: {speaker: wu}\nfield: date\n"
    "expected: null",
    "a list that is absent": "about: dyke-conference\nfield: decisions\nexpected: null",
    "a list as a whole": "about: dyke-conference\nfield: speeches.speaker\nexpected: [wu, li]",
    "some values of a list": "about: dyke-conference\nfield: speeches.points.about\nincludes: [li]",
    "how many items": "about: dyke-conference\namong: speeches.points\ncount: 2",
    "how many such items": "about: dyke-conference\namong: names\nwhere: {language: zh}\ncount: 1",
    "that there is no such item": "about: dyke-conference\namong: speeches\nwhere: {speaker: zhang}\ncount: 0",
    "that a list has no items": "about: dyke-conference\namong: remarks\ncount: 0",
}


@pytest.mark.parametrize("fact", HOLDING.values(), ids=HOLDING)
def test_a_fact_that_holds_is_no_finding(fact: str, findings_on: FindingsOn) -> None:
    assert findings_on(fact) == []


BROKEN = {
    "a value": (
        "about: dyke-conference\nfield: date.edtf\nexpected: 1953-02-03",
        "'date.edtf' is '1953-03-02', where '1953-02-03' was expected",
    ),
    "a truth value for a number": (
        "about: dyke-conference\nfield: ordinal\nexpected: true",
        "'ordinal' is '1', where true was expected",
    ),
    "a text for a number": (
        'about: dyke-conference\nfield: ordinal\nexpected: "1"',
        "'ordinal' is '1', where '1' was expected",
    ),
    "an absent value": (
        "about: dyke-conference\nfield: congress\nexpected: 7",
        "'congress' is absent, where '7' was expected",
    ),
    "a value that must be absent": (
        "about: dyke-conference\nfield: date\nexpected: null",
        "'date' is a mapping, where absent was expected",
    ),
    "a list that must be absent": (
        "about: dyke-conference\nfield: speeches.speaker\nexpected: null",
        "'speeches.speaker' is 'wu', 'li', where absent was expected",
    ),
    "a list in another order": (
        "about: dyke-conference\nfield: speeches.speaker\nexpected: [li, wu]",
        "'speeches.speaker' is 'wu', 'li', where 'li', 'wu' was expected",
    ),
    "a value that a list lacks": (
        "about: dyke-conference\nfield: speeches.speaker\nincludes: [li, zhang]",
        "'speeches.speaker' is 'wu', 'li', where 'zhang' was expected among them",
    ),
    "no such item": (
        "about: dyke-conference\namong: speeches\nwhere: {speaker: zhang}\nfield: date\nexpected: null",
        "of 2 items of 'speeches' 0 are such, where 1 was expected",
    ),
    "several such items": (
        "about: dyke-conference\namong: speeches.points\nwhere: {about: wu}\nfield: status\nexpected: proposed",
        "of 2 items of 'speeches.points' 2 are such, where 1 was expected",
    ),
    "a wrong count": (
        "about: dyke-conference\namong: speeches\ncount: 3",
        "of 2 items of 'speeches' 2 are such, where 3 was expected",
    ),
    "a record that is gone": (
        "about: dyke-konference\nfield: ordinal\nexpected: 1",
        "there is no 'dyke-konference' any more",
    ),
    "an address that is gone": (
        "about: dyke-conference#speech-9\nfield: speaker\nexpected: li",
        "there is no 'dyke-conference#speech-9' any more",
    ),
}


@pytest.mark.parametrize(("fact", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_fact_says_what_was_found_and_what_was_expected(
    fact: str, message: str, findings_on: FindingsOn
) -> None:
    (finding,) = findings_on(fact)
    assert (finding.code, finding.severity) == ("golden-fact-broken", "error")
    told, _, fact_place = finding.message.partition(" (")
    assert told == message
    assert fact_place == ("" if finding.path.startswith("curation/golden") else "curation/golden/chronicle.yaml:4)")


PLACES = {
    "about: dyke-conference\nfield: ordinal\nexpected: 2": "ordinal: 1",
    "about: dyke-conference#speech-2.date\nfield: edtf\nexpected: 1953-03-04": 'edtf: 1953-03-03, printed: "3.3.1953"',
    "about: dyke-conference\namong: speeches\nwhere: {speaker: li}\nfield: date\nexpected: null": "edtf: 1953-03-03",
    "about: dyke-conference\namong: speeches.points\nwhere: {about: wu}\ncount: 1": "text: Bridges come second.",
}


@pytest.mark.parametrize(("fact", "words"), PLACES.items())
def test_the_finding_stands_where_the_record_says_otherwise_and_hints_at_why_it_matters(
    fact: str, words: str, findings_on: FindingsOn
) -> None:
    (finding,) = findings_on(fact)
    before, _, _ = MEETING.partition(words)
    assert (finding.path, finding.line) == ("curation/records/meeting/dyke-conference.yaml", before.count("\n") + 1)
    assert finding.hint == "It is so."


def test_what_is_gone_as_a_whole_is_told_where_the_fact_is_written(findings_on: FindingsOn) -> None:
    (finding,) = findings_on("about: dyke-conference#speech-9\nfield: speaker\nexpected: li")
    assert (finding.path, finding.line) == ("curation/golden/chronicle.yaml", 4)


def test_another_order_of_a_list_breaks_no_fact(project: Project, findings_on: FindingsOn) -> None:
    head, speeches = MEETING.split("speeches:\n")
    wu, li = speeches.split("  - speaker: li")
    project.write("records/meeting/dyke-conference.yaml", f"{head}speeches:\n  - speaker: li{li}{wu}")
    assert findings_on(HOLDING["an item by what is in it"]) == []
    assert findings_on(HOLDING["an item of an item"]) == []
    assert findings_on(HOLDING["a list as a whole"]) != []


def test_nothing_is_said_of_a_record_whose_own_file_failed(project: Project, findings_on: FindingsOn) -> None:
    project.write("records/meeting/dyke-conference.yaml", "id: dyke-conference\n")
    assert findings_on("about: dyke-conference\nfield: ordinal\nexpected: 2") == []
