"""What two readers have settled stays settled, in whatever order the records tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.coding.conftest import CODING, HEADING, SOURCE

from huiyi.coding.agreement import agreement
from huiyi.coding.sheets import read_coding, write_coding
from huiyi.loading.plain_files import MOST_DAMAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.coding.conftest import Project

CLAIM = "curation/records/claim/plan-was-copied.yaml"
DOCUMENT = "curation/records/document/plan-of-soundings.yaml"


def test_a_project_on_which_both_agree_has_no_findings(project: Project) -> None:
    assert project.findings() == []


def test_a_changed_code_is_told_where_it_stands_with_both_values_and_the_row(project: Project) -> None:
    project.replace(CLAIM, "type: accusation", "type: evaluation")
    (finding,) = project.findings()
    assert (finding.path, finding.code, finding.severity) == (CLAIM, "second-coding-differs", "error")
    assert "'type' is 'evaluation'" in finding.message
    assert "settled on 'accusation'" in finding.message
    assert f"{CODING}:" in finding.message


def test_a_lost_code_and_one_that_neither_reader_gave_are_told(project: Project) -> None:
    project.replace(CLAIM, "occasion: second-conference-of-lake-surveyors\n", "certainty: hedged\n")
    assert [finding.message.partition(",")[0] for finding in project.findings()] == [
        "'occasion' is absent",
        "'certainty' is 'hedged'",
    ]


def test_words_of_our_own_may_be_put_otherwise(project: Project) -> None:
    project.replace(CLAIM, "The plan was taken from another lake's.", "It was taken over from another lake.")
    assert project.findings() == []


def test_a_list_may_be_put_in_another_order(project: Project) -> None:
    text = (project.root / DOCUMENT).read_text("utf-8")
    start, end = text.index("  - status: drafted"), text.index("  - status: adopted")
    after = text.index("published:")
    drafted, adopted = text[start:end], text[end:after]
    project.replace(DOCUMENT, drafted + adopted, adopted + drafted)
    assert project.outcome().findings == ()


def on_one_passage(project: Project) -> tuple[str, str]:
    """Let the two steps of the document cite one passage first, and give the text of each."""
    passage = "{source: lake-conference, lines: [10, 10], from: drafted by, to: the Office}"
    project.replace(DOCUMENT, passage, passage.replace("drafted by, to: the Office", "adopted on, to: May 6"))
    coding = (project.root / CODING).read_text("utf-8").replace("adopted on,May 6,1,", "adopted on,May 6,2,")
    project.put(coding.replace("history,10,drafted by,the Office", "history,10,adopted on,May 6").encode())
    assert project.findings() == []
    text = (project.root / DOCUMENT).read_text("utf-8")
    start, end = text.index("  - status: drafted"), text.index("  - status: adopted")
    return text[start:end], text[end : text.index("published:")]


def test_of_two_parts_on_one_passage_the_loss_of_one_is_told(project: Project) -> None:
    drafted, _ = on_one_passage(project)
    project.replace(DOCUMENT, drafted, "")
    (finding,) = project.findings()
    assert (finding.path, finding.code) == (CODING, "second-coding-unplaced")


def test_of_two_parts_on_one_passage_an_exchange_of_codes_is_told_and_one_of_places_is_not(project: Project) -> None:
    drafted, adopted = on_one_passage(project)
    project.replace(DOCUMENT, drafted + adopted, adopted + drafted)
    assert project.findings() == []
    exchanged = adopted.replace("status: adopted", "status: drafted") + drafted.replace("drafted", "adopted", 1)
    project.replace(DOCUMENT, adopted + drafted, exchanged)
    assert {(finding.path, finding.code) for finding in project.findings()} == {(DOCUMENT, "second-coding-differs")}


def test_a_misspelt_field_is_told_with_what_may_be_meant(project: Project) -> None:
    project.replace(CODING, "plan-was-copied,,,,,1,type,", "plan-was-copied,,,,,1,typ,")
    told = {(finding.path, finding.code): finding for finding in project.findings()}
    assert told.keys() == {(CODING, "second-coding-malformed"), (CLAIM, "second-coding-differs")}
    assert "'type'" in told[CODING, "second-coding-malformed"].hint


def test_a_passage_may_be_cut_anew_on_its_lines_as_long_as_the_codes_hold(project: Project) -> None:
    passage = "{source: lake-conference, lines: [10, 10], from: drafted by, to: the Office}"
    project.replace(DOCUMENT, passage, passage.replace("to: the Office", "to: Office"))
    assert project.findings() == []
    project.replace(DOCUMENT, "status: drafted", "status: proposed")
    (finding,) = project.findings()
    assert (finding.path, finding.code) == (CODING, "second-coding-unplaced")


def test_of_a_record_that_failed_nothing_is_said(project: Project) -> None:
    project.replace(CLAIM, "type: accusation", "type: [")
    assert project.findings() == []


def test_a_part_that_is_gone_is_told_once_at_its_first_row(project: Project) -> None:
    (project.root / CLAIM).unlink()
    findings = [finding for finding in project.findings() if "'plan-was-copied'" in finding.message]
    places = {row.place: row.line for row in reversed(read_coding(project.root)[0]) if "was-copied" in row.place.record}
    assert [(f.path, f.line, f.code, f.severity) for f in findings] == [
        (CODING, line, "second-coding-unplaced", "warning") for line in sorted(places.values())
    ]


def test_agreement_is_counted_by_source_and_field(project: Project) -> None:
    (tally,) = project.outcome().coding
    assert (tally.source, tally.parts, tally.coded) == (SOURCE, 66, 66)
    assert agreement([tally.fields["type"]])[1:3] == (12, 10)
    assert agreement([tally.fields["claimant"]])[1:] == (4, 4, 1.0)


def test_without_the_folder_nothing_is_coded(project: Project) -> None:
    (project.root / CODING).unlink()
    (project.root / CODING).parent.rmdir()
    outcome = project.outcome()
    assert outcome.findings == ()
    assert [(tally.coded, tally.fields) for tally in outcome.coding] == [(0, {})]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"record,part\n",
        HEADING.encode() + b"\na,b,c\n",
        HEADING.encode() + b'\n"a\nb",,,,,1,type,x,x,x\n',
        HEADING.encode() + b'\n"a,,,,,1,type,x,x,x\n',
        HEADING.encode() + b"\na,,,,,1,,x,x,x\n",
        HEADING.encode() + b"\na,,,,,0,type,x,x,x\n",
        HEADING.encode() + b"\na,,,,," + b"9" * 5000 + b",type,x,x,x\n",
        HEADING.encode() + b"\na\x00,,,,,1,type,x,x,x\n",
        HEADING.encode() + b"\n" + b"a" * 200_000 + b",,,,,1,type,x,x,x\n",
    ],
    ids=[
        "empty",
        "no text",
        "other columns",
        "few cells",
        "two lines",
        "open",
        "no field",
        "no number",
        "endless number",
        "nul",
        "long",
    ],
)
def test_what_is_no_coding_file_is_a_finding_in_a_line(content: bytes, project: Project) -> None:
    project.put(content)
    findings = project.findings()
    assert {finding.code for finding in findings} <= {"second-coding-malformed", "second-coding-unplaced"}
    assert findings[0].path == CODING
    assert all("\n" not in finding.message + finding.hint for finding in findings)


def test_of_a_spoilt_file_only_the_first_damages_are_told(project: Project) -> None:
    project.put(HEADING.encode() + b"\nspoilt" * 1000)
    assert len(project.findings()) == MOST_DAMAGES


def test_another_file_in_the_folder_and_a_link_are_refused(project: Project, tmp_path: Path) -> None:
    project.put(b"", name="notes.txt")
    (project.root / "curation" / "coding" / "linked.csv").symlink_to(tmp_path / "outside.csv")
    assert {(finding.path, finding.code) for finding in project.findings()} == {
        ("curation/coding/notes.txt", "second-coding-malformed"),
        ("curation/coding/linked.csv", "second-coding-malformed"),
    }


@pytest.mark.parametrize("name", ["lake\n::error::x.csv", "\x1b[2J.csv", "Lake.csv", "-.csv"])
def test_a_name_that_no_source_can_have_is_refused_and_cannot_forge_a_line(name: str, project: Project) -> None:
    project.put((project.root / CODING).read_bytes().replace(b"accusation", b"evaluation"), name=name)
    (finding,) = project.findings()
    assert finding.code == "second-coding-malformed"
    assert (finding.path + finding.message).isprintable()


def test_a_file_named_after_no_source_is_told_once_and_compares_nothing(project: Project) -> None:
    project.put((project.root / CODING).read_bytes(), name="lake-conferences.csv")
    outcome = project.outcome()
    (finding,) = outcome.findings
    assert (finding.path, finding.code) == ("curation/coding/lake-conferences.csv", "second-coding-malformed")
    assert f"'{SOURCE}'" in finding.hint
    assert [tally.source for tally in outcome.coding] == [SOURCE]


def test_of_a_source_that_failed_its_coding_says_nothing(project: Project) -> None:
    project.replace(f"curation/records/source/{SOURCE}.yaml", "type: reference-page", "type: [")
    assert project.findings() == []


@pytest.mark.parametrize("before", [b"\n", b"\n\n", b'"record\n"'])
def test_without_its_heading_at_the_top_a_file_is_told_once(before: bytes, project: Project) -> None:
    _, rows = (project.root / CODING).read_bytes().split(b"\n", 1)
    project.put(before + rows)
    assert [(finding.path, finding.code) for finding in project.findings()] == [(CODING, "second-coding-malformed")]
    project.put(before.removeprefix(b'"'))
    assert [finding.code for finding in project.findings()] == ["second-coding-malformed"]


def test_semicolons_for_commas_are_told_once(project: Project) -> None:
    project.put((project.root / CODING).read_bytes().replace(b",", b";"))
    assert [(finding.line, finding.code) for finding in project.findings()] == [(1, "second-coding-malformed")]


def test_a_file_of_a_spreadsheet_with_its_mark_and_line_ends_is_read(project: Project) -> None:
    plain = (project.root / CODING).read_bytes()
    project.put(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"))
    assert project.findings() == []
    rows, findings = read_coding(project.root)
    assert findings == []
    assert write_coding(rows).encode() == plain
