"""A worksheet shows a second reader everything but the codes, and is taken back only if nothing of it is lost."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from tests.coding.conftest import CODING

from huiyi.coding.worksheets import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.coding.conftest import Project

Capture = pytest.CaptureFixture[str]
Sheet = list[dict[str, str]]
MEETING = "second-conference-of-lake-surveyors"
CLAIM, DENIAL = "plan-was-copied", "plan-was-not-copied"
AGREED = {(CLAIM, "type"): "accusation", (CLAIM, "claimant"): "gu-yan"}


def written(rows: Sheet, **form: str) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, **form)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def about(sheet: Sheet, *records: str) -> Sheet:
    """Give the rows on some records themselves."""
    return [row for row in sheet if row["record"] in records and not row["part"]]


def filled(rows: Sheet, codes: Mapping[tuple[str, str], str]) -> Sheet:
    """Fill in rows; `codes` gives the code for a record and a field."""
    return [{**row, "code": codes.get((row["record"], row["field"]), "")} for row in rows]


@pytest.fixture
def uncoded(project: Project) -> Project:
    """Give a project of which nothing has been coded a second time."""
    (project.root / CODING).unlink()
    return project


@pytest.fixture
def sheet(uncoded: Project, capsys: Capture) -> Sheet:
    """Give the rows of its blank worksheet."""
    code, blank, said = uncoded.worksheet(capsys)
    assert (code, said) == (0, "")
    return list(csv.DictReader(io.StringIO(blank)))


@pytest.fixture
def take(uncoded: Project, capsys: Capture, tmp_path: Path) -> Callable[[str], tuple[int, str, str]]:
    """Give a function that takes a worksheet of this text back."""

    def taken(text: str) -> tuple[int, str, str]:
        path = tmp_path / "sheet.csv"
        path.write_text(text, "utf-8", newline="")
        return uncoded.worksheet(capsys, "--filled", str(path))

    return taken


def test_a_worksheet_has_a_row_for_each_field_and_none_of_the_codes(sheet: Sheet) -> None:
    own = about(sheet, CLAIM)
    assert {row["field"] for row in own} >= {"type", "claimant", "certainty", "quotation.state"}
    (row,) = (row for row in own if row["field"] == "type")
    assert row["says"] == "The plan was taken from another lake's."
    assert row["passages"].startswith("lake-conference 13: Gu Yan … from another lake")
    assert row["possible"] == "a word of the vocabulary claim-type"
    assert not any(row["code"] for row in sheet)
    assert not any("accusation" in row["says"] for row in own)


def test_what_may_be_answered_is_said_of_each_field(sheet: Sheet) -> None:
    possible = {row["field"]: row["possible"] for row in sheet}
    assert possible["attributed_to"] == "yes"
    assert possible["date.edtf"] == "a date in EDTF"
    assert possible["claimant"] == "the identifier or a name of a person or organization or work or document"
    assert possible["value"] == "a number"
    assert possible["hedge"] == "words as printed"


def test_when_all_is_coded_the_sheet_is_empty_and_says_so(project: Project, capsys: Capture) -> None:
    code, blank, said = project.worksheet(capsys)
    assert (code, blank) == (0, ",".join(COLUMNS) + "\n")
    assert "has been coded a second time" in said


def test_a_filled_worksheet_is_compared_and_what_differs_is_to_be_settled(
    uncoded: Project, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    codes = {**AGREED, (CLAIM, "certainty"): "asserted", (DENIAL, "type"): "evaluation"}
    code, shown, said = take(written(filled(about(sheet, CLAIM, DENIAL), codes)))
    assert code == 1
    rows = (uncoded.root / CODING).read_text("utf-8").splitlines()
    assert f"{CLAIM},,,,,1,type,accusation,accusation,accusation" in rows
    assert f"{DENIAL},,,,,1,type,denial,evaluation,?" in rows
    assert not any("certainty" in row for row in rows)
    line = rows.index(f"{DENIAL},,,,,1,type,denial,evaluation,?") + 1
    told = f"{CODING}:{line}: {DENIAL}: 'type' is 'denial' to the first reader and 'evaluation' to the second"
    assert told in shown.splitlines()
    assert "2 parts with" in said
    unsettled = {found.line for found in uncoded.findings() if found.code == "second-coding-unsettled"}
    assert line in unsettled


def test_a_sheet_as_programs_for_tables_write_it_is_taken(
    uncoded: Project, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    text = written(filled(about(sheet, CLAIM), AGREED), lineterminator="\r\n") + "," * (len(COLUMNS) - 1) + "\r\n"
    assert take("\ufeff" + text)[0] == 1
    assert f"{CLAIM},,,,,1,type,accusation,accusation,accusation\n" in (uncoded.root / CODING).read_text("utf-8")


def test_names_are_taken_for_identifiers_where_only_one_record_has_them(
    uncoded: Project, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    take(written(filled(about(sheet, CLAIM), {**AGREED, (CLAIM, "claimant"): "Gu Yan"})))
    assert f"{CLAIM},,,,,1,claimant,gu-yan,gu-yan,gu-yan\n" in (uncoded.root / CODING).read_text("utf-8")


def test_what_was_coded_and_settled_is_not_touched_by_another_sheet(
    uncoded: Project, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    text = written(filled(about(sheet, DENIAL), {(DENIAL, "type"): "evaluation"}))
    take(text)
    settled = (uncoded.root / CODING).read_text("utf-8").replace("evaluation,?", "evaluation,denial")
    uncoded.put(settled.encode())
    code, _, said = take(text)
    assert code == 2
    assert f"'{DENIAL}' has been coded before" in said
    take(written(filled(about(sheet, CLAIM), AGREED)))
    assert "evaluation,denial" in (uncoded.root / CODING).read_text("utf-8")


def test_a_part_without_any_code_is_coded_by_saying_none(
    sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    rows = [row for row in sheet if row["record"] == CLAIM and row["part"] == "sides"]
    one = [row for row in rows if row["from"] == "the Plan"]
    assert take(written(one))[0] == 2
    one[0]["code"] = "none"
    code, _, said = take(written(one))
    assert (code, said) == (0, f"{CODING}: 1 part with 0 codes added, 0 to be settled\n")


@pytest.mark.parametrize(
    ("field", "answer", "reason"),
    [
        ("type", "wishful", "'wishful' is no word of the vocabulary 'claim-type'"),
        ("type", "Accusation", "did you mean 'accusation'?"),
        ("attributed_to", "no", "'no' stands where 'yes' or nothing may"),
        ("claimant", "dorothy", "'dorothy' is neither an identifier nor a name"),
        ("claimant", "second-conference-of-lake-surveyors", "is neither an identifier nor a name of such a record"),
        ("date.edtf", "02/06/1954", "'02/06/1954'"),
        ("date.edtf", "1954-02-30", "'1954-02-30'"),
    ],
)
def test_an_answer_that_is_no_code_is_refused_with_its_line(
    field: str, answer: str, reason: str, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    rows = filled(about(sheet, CLAIM), {(CLAIM, field): answer})
    line = next(at for at, row in enumerate(rows, 2) if row["code"])
    code, _, said = take(written(rows))
    assert code == 2
    assert f"line {line}: " in said
    assert reason in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("answer", ["yes", "~", "1_000", "9" * 5000, "1e999", "2.5"])
def test_what_may_be_no_number_to_some_program_is_refused_as_well(
    answer: str, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    rows = filled(about(sheet, MEETING), {(MEETING, "ordinal"): answer})
    code, _, said = take(written(rows))
    assert code == 2
    assert said.count("\n") == 1


def test_true_is_what_a_program_for_tables_makes_of_it_too(
    uncoded: Project, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    rows = filled(about(sheet, MEETING), {(MEETING, "enlarged"): "FALSE"})
    take(written(rows))
    assert f"{MEETING},,,,,1,enlarged,false,false,false\n" in (uncoded.root / CODING).read_text("utf-8")


def broken(rows: Sheet) -> dict[str, str]:
    """Give worksheets that lost something, by what is said of them."""
    row, *others = rows
    text = written(rows)
    return {
        "the worksheet is empty": "",
        "save it with commas": text.replace(",", ";"),
        "keep the columns as they were printed": text.replace("possible", "allowed"),
        "no row has a code": written([{**one, "code": ""} for one in rows]),
        f"the part has no row for '{row['field']}'": written(others),
        "of this part stands on line 2 too": written([*rows, row]),
        "is not coded in such a part (did you mean 'type'?)": written([{**row, "field": "typ"}, *others]),
        "no part of the records is 'flood'": written([{**row, "record": "flood"}]),
        "cites '13 Gu … from another lake' first": written([{**row, "part": "points", "from": "Gu"}]),
        "a cell goes over more than one line": written([{**row, "code": "a\nb"}, *others]),
        "cells where there are 11 columns": text + "a,b\n",
        "not CSV": text + '"a',
    }


def test_a_worksheet_that_lost_something_is_refused_in_a_line_and_nothing_written(
    uncoded: Project, sheet: Sheet, take: Callable[[str], tuple[int, str, str]]
) -> None:
    for reason, text in broken(filled(about(sheet, CLAIM), AGREED)).items():
        code, _, said = take(text)
        assert (code, said.count("\n")) == (2, 1)
        assert reason in said
        assert not (uncoded.root / CODING).exists()


def test_a_worksheet_that_is_not_there_is_misuse(uncoded: Project, capsys: Capture) -> None:
    code, _, said = uncoded.worksheet(capsys, "--filled", str(uncoded.root / "nowhere.csv"))
    assert code == 2
    assert "no such worksheet" in said
