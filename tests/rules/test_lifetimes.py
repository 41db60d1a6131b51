"""Where acts lie beyond a life, or beyond the time of a body, the date is doubted that fewer records bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from huiyi.checking import all_rules, judged, read
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "names:\n  - {text: An, language: zh, system: pinyin}\n"
PERSON, BODY = "person/gao.yaml", "organization/office.yaml"
BEYOND = {"birth_date": 1960, "death_date": 1940, "founded": 1960, "abolished": 1940}
EVENT = f"id: e\ntype: inspection\n{NAMES}dates:\n  - date: {{edtf: '1954'}}\nparticipants:\n"
MEETING = f"id: m\ntype: plenum\n{NAMES}date: {{edtf: '1954'}}\n"
DOCUMENT = f"id: d\ntype: outline\n{NAMES}date: {{edtf: '1954'}}\n"
HELD = f"id: zhu\n{NAMES}tenures:\n  - organization: office\n    title: head\n    start: {{edtf: '1954'}}\n"
JURISDICTION = """\
id: j
controller: office
mode: management
period: {edtf: '1954'}
controlled:
  - {category: party, version: table}
"""
ACTS = [
    ("event/e.yaml", EVENT + "  - {participant: gao, role: leader}\n", ["birth_date", "death_date"]),
    ("document/d.yaml", DOCUMENT + "authors:\n  - {person: gao}\n", ["birth_date", "death_date"]),
    ("meeting/m.yaml", MEETING + "conveners:\n  - {convener: gao}\n", ["birth_date"]),
    (
        "meeting/m.yaml",
        MEETING + "attendance:\n  complete: partial\n  people:\n    - {person: gao, presence: present}\n",
        ["birth_date", "death_date"],
    ),
    (
        "meeting/m.yaml",
        MEETING + "speeches:\n  - speaker: gao\n    type: report\n    delivery: given\n",
        ["birth_date", "death_date"],
    ),
    ("meeting/m.yaml", MEETING + "body: office\n", ["founded", "abolished"]),
    ("meeting/m.yaml", MEETING + "conveners:\n  - {convener: office}\n", ["founded", "abolished"]),
    ("document/d.yaml", DOCUMENT + "issuers:\n  - {organization: office}\n", ["founded", "abolished"]),
    ("event/e.yaml", EVENT + "  - {participant: office, role: executor}\n", ["founded", "abolished"]),
    (
        "jurisdiction/j.yaml",
        JURISDICTION,
        ["founded", "abolished"],
    ),
    ("person/zhu.yaml", HELD, ["founded", "abolished"]),
]


def told(root: Path, bound: str, limit: int, acts: dict[str, str]) -> list[tuple[str, int]]:
    """Write an owner with a bound beside records of acts, and give the places where the four rules find fault."""
    owner = PERSON if bound in {"birth_date", "death_date"} else BODY
    start = {PERSON: f"id: gao\n{NAMES}", BODY: f"id: office\ntype: ministry\n{NAMES}"}
    files = {**start, **acts}
    files[owner] = files[owner].replace("names:", f"{bound}: {{edtf: '{limit}'}}\nnames:")
    for folder in ("curation/records", "curation/vocabularies"):
        (root / folder).mkdir(parents=True)
    for name, text in files.items():
        path = root / "curation" / "records" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    corpus, unfit = read(root, read_contract(), None)
    assert unfit == []
    codes = {"acts-outside-life", "dead-at-meeting", "tenure-outside-life", "tenure-outside-organization"}
    rules = [one for one in all_rules() if one.code in codes or one.code.startswith("body-")]
    found = judged(corpus, tuple(rule for rule in rules if rule.code != "body-of-wrong-type"))[0]
    return sorted((finding.path.removeprefix("curation/records/"), finding.line) for finding in found)


def place_of(owner: str) -> tuple[str, int]:
    return owner, {PERSON: 2, BODY: 3}[owner]


def many(text: str, kind: str, years: list[int]) -> dict[str, str]:
    """Give one record a year of an act that is written for 1954."""
    head = text.split("\n", 1)[0]
    return {
        f"{kind}/r{n}.yaml": text.replace(head, f"id: r{n}", 1).replace("1954", str(year))
        for n, year in enumerate(years)
    }


@pytest.mark.parametrize(("name", "text", "bound"), [(a, text, bound) for a, text, all_ in ACTS for bound in all_])
def test_one_act_against_one_date_is_told_at_both(name: str, text: str, bound: str, tmp_path: Path) -> None:
    owner = PERSON if bound in {"birth_date", "death_date"} else BODY
    line = len(text.rstrip().split("\n")) if name.startswith(("event", "document", "person")) else None
    found = told(tmp_path, bound, BEYOND[bound], {name: text})
    assert place_of(owner) in found
    assert [path for path, _ in found if path != owner] == [name]
    assert line is None or (name, line) in found


@pytest.mark.parametrize(
    ("kind", "text", "bound"), [("document", ACTS[1][1], "death_date"), ("event", ACTS[8][1], "founded")]
)
def test_what_several_records_contradict_is_told_once(kind: str, text: str, bound: str, tmp_path: Path) -> None:
    owner = PERSON if bound == "death_date" else BODY
    acts = many(text, kind, [1954, 1955, 1956, 1957])
    assert told(tmp_path, bound, BEYOND[bound], acts) == [place_of(owner)]


@pytest.mark.parametrize(
    ("kind", "text", "bound"), [("document", ACTS[1][1], "death_date"), ("event", ACTS[8][1], "abolished")]
)
def test_the_one_record_that_contradicts_what_others_bear_out_is_told(
    kind: str, text: str, bound: str, tmp_path: Path
) -> None:
    ((path, _),) = told(tmp_path, bound, 1960, many(text, kind, [1954, 1955, 1976]))
    assert path == f"{kind}/r2.yaml"


def test_one_meeting_out_of_its_time_is_told_at_two_of_those_who_attend(tmp_path: Path) -> None:
    people = [f"p{n}" for n in range(5)]
    lives = {f"person/{one}.yaml": f"id: {one}\ndeath_date: {{edtf: '1960'}}\n{NAMES}" for one in people}
    wrote = {
        f"document/by-{one}.yaml": DOCUMENT.replace("id: d", f"id: by-{one}") + f"authors:\n  - {{person: {one}}}\n"
        for one in people
    }
    listed = "".join(f"    - {{person: {one}, presence: present}}\n" for one in people)
    meeting = MEETING.replace("1954", "1974") + f"attendance:\n  complete: partial\n  people:\n{listed}"
    found = told(tmp_path, "founded", 1900, {**lives, **wrote, "meeting/m.yaml": meeting})
    assert [path for path, _ in found] == ["meeting/m.yaml"] * 2


def test_tenures_of_one_person_against_a_death_are_told_at_the_first_and_at_the_death(tmp_path: Path) -> None:
    held = "".join(
        f"  - organization: office\n    title: head\n    as_of: {{edtf: '{year}'}}\n" for year in (1950, 1951)
    )
    found = told(tmp_path, "death_date", 1940, {PERSON: f"id: gao\n{NAMES}tenures:\n{held}"})
    assert found == [(PERSON, 2), (PERSON, 8)]
