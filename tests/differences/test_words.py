"""People and meetings in words: one sentence a change, names instead of identifiers, long matters summed up."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.differences.conftest import forms_of

from huiyi.differences import Entry, State, compare, render
from huiyi.differences.phrases import LONGEST, code

if TYPE_CHECKING:
    from collections.abc import Callable

MEETING = "second-conference-of-lake-surveyors"
CONFERENCE = "Second Conference of Lake Surveyors"


def told(old: State, new: State) -> list[str]:
    """Give the sentences on records and tables, without headings and summary."""
    return [line.strip() for line in render("text", compare(old, new)) if line.startswith("  ")]


def at(data: Any, *route: str | int) -> Any:
    for part in route:
        data = data[part]
    return data


CASES: list[tuple[str, Callable[[Any], object], list[str]]] = [
    (
        "song-an",
        lambda data: at(data, "tenures", 0, "end").update(edtf="1954-07"),
        ["tenure of Song An as drafter of Lake Survey Office now ends 1954-07, was 1954-06/"],
    ),
    (
        "song-an",
        lambda data: at(data, "tenures", 0).pop("end"),
        ["tenure of Song An as drafter of Lake Survey Office has no end any more, was 1954-06/"],
    ),
    (
        "song-an",
        lambda data: at(data, "tenures", 0, "start").update(edtf="1953"),
        ["tenure of Song An as drafter of Lake Survey Office now begins 1953, was [..1954-01]"],
    ),
    (
        "song-an",
        lambda data: data["tenures"].append({"organization": "lake-surveyors", "start": {"edtf": "1955"}}),
        ["tenure of Song An at Lake Surveyors is new (1955 to ?)"],
    ),
    ("song-an", lambda data: data.pop("birth_date"), ["Song An has no date of birth any more, was 19XX"]),
    (
        "song-an",
        lambda data: data["death_date"].update(edtf="1956"),
        ["Song An: date of death is now 1956, was 1955~/"],
    ),
    (
        "lin-hai",
        lambda data: at(data, "relations", 0).update(type="rival"),
        ["relation of Lin Hai to Wen Xu (rival): type is now rival, was colleague"],
    ),
    ("lin-hai", lambda data: at(data, "names").pop(1), ["name '林海' of Lin Hai is gone"]),
    ("lin-hai", lambda data: data["names"].reverse(), ["the order of names of Lin Hai has changed"]),
    (
        "lin-hai",
        lambda data: at(data, "evidence", 0).update(lines=[8, 8]),
        ["evidence of Lin Hai has moved"],
    ),
    ("lin-hai", lambda data: data.pop("evidence"), ["evidence of Lin Hai is taken away"]),
    ("lin-hai", lambda data: data.update(description="Another."), ["description of Lin Hai is worded anew"]),
    ("lin-hai", lambda data: data.update(reviewed="2026-12-01"), ["Lin Hai was reviewed on 2026-12-01"]),
    ("wen-shu", lambda data: data["differs_from"].append("lin-hai"), ["Wen Xu: differs from now includes Lin Hai"]),
    (
        MEETING,
        lambda data: data["date"].update(edtf="1954-05-03/1954-05-08"),
        [f"{CONFERENCE} is now dated 1954-05-03/1954-05-08, was 1954-05-03/1954-05-07"],
    ),
    (
        MEETING,
        lambda data: data["place"].update(place="elsewhere"),
        [f"place of {CONFERENCE}: place is now elsewhere, was lake-side"],
    ),
    (
        MEETING,
        lambda data: at(data, "attendance", "people", 0).update(role="member"),
        [f"attendance of Lin Hai at {CONFERENCE}: role is now member, was chair"],
    ),
    (
        MEETING,
        lambda data: at(data, "attendance", "people").pop(1),
        [f"attendance of Wen Xu at {CONFERENCE} is gone"],
    ),
    (
        MEETING,
        lambda data: at(data, "agenda").append({"text": "lunch", "about": ["soundings"]}),
        [f"item 'lunch' on the agenda of {CONFERENCE} is new"],
    ),
    (
        "lines-in-all",
        lambda data: data.update(value=13),
        ["statistic 'sounding lines': value is now 13, was 12"],
    ),
    (
        "lines-in-all",
        lambda data: data.update(occasion="conference-of-april-1953"),
        ["statistic 'sounding lines': occasion is now conference of April 1953, was " + CONFERENCE],
    ),
]


@pytest.mark.parametrize(("identifier", "change", "expected"), CASES, ids=[case[2][0] for case in CASES])
def test_a_change_is_one_sentence(
    identifier: str,
    change: Callable[[Any], object],
    expected: list[str],
    toy_state: State,
    edited: Callable[..., State],
) -> None:
    assert told(toy_state, edited(identifier, change)) == expected


def test_people_stand_before_meetings_and_these_before_other_records(toy_state: State) -> None:
    records = {
        identifier: Entry(entry.kind, {**entry.data, "note": "x"}) for identifier, entry in toy_state.records.items()
    }
    lines = list(render("text", compare(toy_state, replace(toy_state, records=records))))
    assert [line for line in lines if line.endswith(":")] == ["People:", "Meetings:", "Other records:"]


def test_records_that_come_go_retire_and_return_are_told(toy_state: State) -> None:
    redirect = {"was": "person", "merged_into": "lin-hai", "reason": "one and the same"}
    records = dict(toy_state.records)
    records["gu-yan"] = Entry("redirect", {"id": "gu-yan", **redirect})
    records["song-an"] = Entry("term", {"id": "song-an", "names": [{"text": "song"}]})
    records["new-one"] = Entry("person", {"id": "new-one", "names": [{"text": "New One"}]})
    del records["wen-shu"]
    new = replace(toy_state, records=records)
    said = told(toy_state, new)
    assert "Gu Yan is merged into Lin Hai (gu-yan)" in " ".join(said)
    assert "New One is new (new-one)" in said
    assert "Wen Xu vanished (wen-shu)" in said
    assert "identifier song-an was a person and is now a term" in said
    assert "Gu Yan is back (gu-yan)" in " ".join(told(new, toy_state))


def test_what_many_records_share_is_told_once(toy_state: State) -> None:
    records = dict(toy_state.records)
    for number in range(30):
        records[f"copy-{number}"] = records["lines-of-silk"]
    old = replace(toy_state, records=records)
    changed = {
        identifier: Entry(entry.kind, {**entry.data, "unit": "ropes"}) if identifier.startswith("copy-") else entry
        for identifier, entry in records.items()
    }
    assert told(old, replace(old, records=changed)) == ["30 records of kind statistic: unit is now ropes, was lines"]


HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- x --> <img src=x onerror=y>",
    "@octocat @org/team",
    "#1 GH-1 owner/repository#1",
    "[link](https://example.org) ![](x) https://example.org www.example.org",
    "`code` ``two`` ```\nthree",
    "`",
    "a\n\n# heading\n- item\n| a | b |\n::error::x",
    "\\`x\\`",
    "*b* _i_ ~~s~~ $x$ &lt; :smile:",
    "\x1b[2J\u202e\u2066x",
    "x" * 5000,
    "  ",
]


def outside(line: str) -> str:
    """Give what of a line of Markdown is no code span, as CommonMark finds these."""
    rest, kept = line, ""
    while "`" in rest:
        before, _, _ = rest.partition("`")
        fence = len(rest) - len(before) - len(rest[len(before) :].lstrip("`"))
        inside = rest[len(before) + fence :]
        end = next((at for at in range(len(inside)) if closes(inside, at, fence)), None)
        assert end is not None, f"a code span is not closed: {line}"
        kept, rest = f"{kept}{before}¤", inside[end + fence :]
    return kept + rest


def closes(text: str, at: int, fence: int) -> bool:
    return (
        text[at : at + fence] == "`" * fence
        and text[at + fence : at + fence + 1] != "`"
        and (at == 0 or text[at - 1] != "`")
    )


def hostile_pair(state: State, text: str) -> tuple[State, State]:
    """Put a text wherever a text may stand in a few records, and change something beside it."""

    def poisoned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: part if key == "id" else poisoned(part) for key, part in value.items()} | {text: "x"}
        if isinstance(value, list):
            return [*map(poisoned, value), {"text": text}]
        return text if isinstance(value, str) else value

    records = dict(state.records)
    for identifier in ("song-an", "lines-in-all", MEETING):
        records[identifier] = Entry(records[identifier].kind, poisoned(copy.deepcopy(records[identifier].data)))
    records["hostile"] = Entry("person", {"id": "hostile", "names": [{"text": text}]})
    hostile = replace(state, name=text, records=records)
    return state, hostile


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("face", ["markdown", "changelog"])
def test_no_word_of_a_record_acts_in_markdown(face: str, text: str, toy_state: State) -> None:
    for old, new in (hostile_pair(toy_state, text), hostile_pair(toy_state, text)[::-1]):
        lines = list(render(face, compare(old, new)))
        assert lines
        for line in lines:
            assert line.isprintable()
            harmless = outside(line)
            assert set(harmless) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:()-¤…#?"), (
                line
            )
            assert line == "" or line.startswith(("- ", "## Differences", "### "))
            assert "#" not in harmless.lstrip("#")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_word_of_a_record_has_power_over_a_screen_or_a_build_service(text: str, toy_state: State) -> None:
    for line in render("text", compare(*hostile_pair(toy_state, text))):
        assert line.isprintable()
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_code_span_holds_its_words_and_nothing_else(text: str) -> None:
    assert outside(f"a {code(text)} b") == "a ¤ b"
    assert len(code(text)) < 3 * LONGEST


def test_a_long_summary_is_cut_and_says_so(toy_state: State) -> None:
    records = {f"p{number}": Entry("person", {"id": "x", "names": [{"text": "y" * 300}]}) for number in range(3000)}
    new = replace(toy_state, records={**toy_state.records, **records})
    whole = "\n".join(render("markdown", compare(toy_state, new)))
    assert len(whole) < 65_000
    shown = whole.count("is new")
    assert f"… and {3000 - shown} more" in whole
    assert sum("is new" in line for line in render("text", compare(toy_state, new))) == 3000


def test_the_changelog_has_a_section_for_data_and_one_for_schemas(toy_state: State) -> None:
    forms = forms_of(toy_state)
    forms.pop("names")
    old = replace(toy_state, records={**toy_state.records, "wen-shu": toy_state.records["lin-hai"]}, forms=forms)
    records = {**toy_state.records, "z": Entry("person", {"id": "z", "names": [{"text": "Zed"}]})}
    lines = list(render("changelog", compare(old, replace(toy_state, records=records))))
    assert [line for line in lines if line.startswith("#")] == ["### Data", "### Schemas"]
    assert "- New records of the kind person: `Zed`." in lines
    assert "- table `names`: new (minor)." in lines
