"""A worksheet shows a second reader everything but the codes, and is taken back row by row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from tests.coding.conftest import CODING

from huiyi.coding.worksheets import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.coding.conftest import Project

Capture = pytest.CaptureFixture[str]


def filled(blank: str, codes: dict[tuple[str, str], str]) -> str:
    """Fill in a worksheet; `codes` gives the code for a record and a field."""
    heading, *rows = csv.reader(io.StringIO(blank))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heading)
    writer.writerows([*row[:-1], codes.get((row[0], row[6]), "")] for row in rows)
    return text.getvalue()


@pytest.fixture
def uncoded(project: Project) -> Project:
    """Give a project of which nothing has been coded a second time."""
    (project.root / CODING).unlink()
    return project


def test_a_worksheet_has_a_row_for_each_field_and_none_of_the_codes(uncoded: Project, capsys: Capture) -> None:
    code, blank, _ = uncoded.worksheet(capsys)
    heading, *rows = csv.reader(io.StringIO(blank))
    assert code == 0
    assert tuple(heading) == COLUMNS
    own = [row for row in rows if row[0] == "plan-was-copied" and not row[1]]
    assert {row[6] for row in own} >= {"type", "claimant", "certainty", "quotation.state"}
    assert {tuple(row[2:6]) for row in own} == {("13", "Gu Yan", "from another lake", own[0][5])}
    assert "The plan was taken from another lake's." in own[0][5]
    assert not any(row[7] for row in rows)
    assert not any("accusation" in row[5] for row in own)


def test_what_is_coded_already_is_asked_no_more(project: Project, capsys: Capture) -> None:
    _, blank, _ = project.worksheet(capsys)
    assert list(csv.reader(io.StringIO(blank))) == [list(COLUMNS)]


def test_a_filled_worksheet_is_compared_and_what_differs_is_to_be_settled(
    uncoded: Project, capsys: Capture, tmp_path: Path
) -> None:
    _, blank, _ = uncoded.worksheet(capsys)
    sheet = tmp_path / "sheet.csv"
    codes = {("plan-was-copied", "type"): "accusation", ("plan-was-copied", "certainty"): "asserted"}
    sheet.write_text(filled(blank, {**codes, ("plan-was-not-copied", "type"): "evaluation"}), "utf-8")
    code, _, said = uncoded.worksheet(capsys, "--filled", str(sheet))
    assert code == 1
    assert "to be settled" in said
    rows = (uncoded.root / CODING).read_text("utf-8").splitlines()
    assert "plan-was-copied,,,,,type,accusation,accusation,accusation" in rows
    assert "plan-was-not-copied,,,,,type,denial,evaluation,?" in rows
    assert not any("certainty,,asserted" in row for row in rows)
    assert "second-coding-unsettled" in {finding.code for finding in uncoded.findings()}


def test_a_worksheet_of_other_parts_or_another_form_is_refused_and_nothing_written(
    uncoded: Project, capsys: Capture, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    heading = ",".join(COLUMNS)
    for content, reason in {
        "": "empty",
        "record,part\n": "columns",
        f"{heading}\nflood,,1,,,,type,x\n": "line 2: no part of the records is 'flood",
        f"{heading}\nflood,x\n": "line 2: 2 cells",
        f'{heading}\n"flood\n': "not CSV",
    }.items():
        sheet.write_text(content, "utf-8")
        code, _, said = uncoded.worksheet(capsys, "--filled", str(sheet))
        assert code == 2
        assert reason in said
        assert not (uncoded.root / CODING).exists()


def test_a_worksheet_that_is_not_there_or_of_no_source_is_misuse(uncoded: Project, capsys: Capture) -> None:
    code, _, said = uncoded.worksheet(capsys, "--filled", str(uncoded.root / "nowhere.csv"))
    assert code == 2
    assert "no such worksheet" in said
