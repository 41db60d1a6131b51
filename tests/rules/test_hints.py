"""What a rule says beside the place of a fault: the cure that it proposes, and for how many faults it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.checking import all_rules, judged, read
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.findings import Finding

NAMES = "names:\n  - {text: An, language: zh, system: pinyin}\n"
PAGE = f'id: page\ntitle: A page\ntype: page\nlanguage: en\nsha256: "{64 * "1"}"\nline_count: 84\n'


def found(root: Path, code: str, files: dict[str, str]) -> list[Finding]:
    """Write records, by path below the folder of records, and give what one rule finds."""
    for folder in ("curation/records", "curation/vocabularies"):
        (root / folder).mkdir(parents=True)
    for name, text in files.items():
        path = root / "curation" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    corpus, unfit = read(root, read_contract(), None)
    assert unfit == []
    return judged(corpus, tuple(rule for rule in all_rules() if rule.code == code))[0]


def letters(count: int) -> str:
    return "points:\n" + "".join(f"  - {{text: He wrote letter {n}., about: [gao-gan]}}\n" for n in range(count))


def test_up_to_ten_references_to_one_lost_record_are_told_one_by_one(tmp_path: Path) -> None:
    several = found(tmp_path, "dangling-reference", {"records/person/an.yaml": f"id: an\n{NAMES}{letters(10)}"})
    assert [finding.line for finding in several] == list(range(5, 15))
    assert {finding.message for finding in several} == {"no record is called 'gao-gan'"}


def test_more_references_to_one_lost_record_are_told_once_with_their_number(tmp_path: Path) -> None:
    people = {f"records/person/{name}.yaml": f"id: {name}\n{NAMES}{letters(6)}" for name in ("gao-gang", "zhu-de")}
    (once,) = found(tmp_path, "dangling-reference", people)
    assert (once.path, once.line) == ("curation/records/person/gao-gang.yaml", 5)
    assert once.message == "no record is called 'gao-gan'; 11 more references lead there"
    assert once.hint == "did you mean 'gao-gang'?"


def test_a_reference_to_the_wrong_kind_is_answered_with_the_nearest_of_the_right_one(tmp_path: Path) -> None:
    tie = "relations:\n  - {person: gao-gang-case, type: rival}\n"
    records = {
        "records/person/an-ziwen.yaml": f"id: an-ziwen\n{NAMES}{tie}",
        "records/person/gao-gang.yaml": f"id: gao-gang\n{NAMES}",
        "records/term/gao-gang-case.yaml": f"id: gao-gang-case\ngloss: a case\n{NAMES}",
    }
    (finding,) = found(tmp_path, "reference-to-wrong-kind", records)
    assert finding.hint == "did you mean 'gao-gang'?"


def test_a_record_in_place_of_its_part_is_answered_with_the_part(tmp_path: Path) -> None:
    remarks = "remarks:\n  - {sequence: 1, see: [{remark: fourth-plenum}]}\n"
    records = {"records/meeting/fourth-plenum.yaml": f"id: fourth-plenum\ntype: plenum\n{NAMES}{remarks}"}
    (finding,) = found(tmp_path, "reference-to-wrong-kind", records)
    assert finding.hint == "did you mean 'fourth-plenum#remark-1'?"


def test_lines_beyond_the_end_are_answered_with_the_number_of_lines(tmp_path: Path) -> None:
    records = {"records/source/page.yaml": PAGE + "units:\n  - {key: end, type: section, lines: [80, 85]}\n"}
    (finding,) = found(tmp_path, "reversed-lines", records)
    assert finding.hint == "lines run from 1 to 84"


def test_a_record_of_another_kind_does_not_hide_the_vocabulary_of_its_name(tmp_path: Path) -> None:
    terms = "terms:\n  - {key: pinyin, label: pinyin, definition: A romanisation.}\n"
    records = {
        "records/person/name-system.yaml": f"id: name-system\n{NAMES}",
        "vocabularies/name-system.yaml": f"id: name-system\ntitle: Systems\ndescription: Choose.\n{terms}",
    }
    assert found(tmp_path, "word-not-in-vocabulary", records) == []
