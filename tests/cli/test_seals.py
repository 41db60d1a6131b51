"""The review of a record is sealed by `huiyi lock`, holds however the record is written, and breaks when it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyi.cli import run

TOY = Path(__file__).resolve().parents[1] / "toy"

Capture = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("_with_texts")


@pytest.fixture
def _with_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYI_SOURCES", str(TOY / "texts"))


@pytest.fixture
def reviewed(toy: Path) -> Path:
    """Give the path of a record of the toy that has been reviewed and sealed."""
    path = toy / "curation" / "records" / "person" / "lin-hai.yaml"
    path.write_text(path.read_text("utf-8") + "reviewed: 2026-01-05\n", "utf-8")
    assert run(["--root", str(toy), "lock"]) == 0
    return path


def told(toy: Path, capsys: Capture) -> list[str]:
    """Validate, and give the places where a record is said to have changed since its review."""
    capsys.readouterr()
    run(["--root", str(toy), "validate"])
    lines = capsys.readouterr().out.splitlines()
    return [line.rpartition("/")[2].partition(" ")[0] for line in lines if " error changed-since-review " in line]


def changed(path: Path, old: str, new: str) -> int:
    """Change a record, and give the line of the change."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def test_a_sealed_review_holds(toy: Path, reviewed: Path, capsys: Capture) -> None:
    assert reviewed.is_file()
    assert told(toy, capsys) == []


def test_another_way_of_writing_breaks_no_seal(toy: Path, reviewed: Path, capsys: Capture) -> None:
    changed(reviewed, "description: Took the chair of the second conference.\n", "")
    text = reviewed.read_text("utf-8")
    reviewed.write_text(f"{text}# a comment\ndescription: >-\n  Took the chair of\n  the second conference.\n", "utf-8")
    changed(
        reviewed, "    script: Latn\n    system: pinyin\n", "    system: pinyin\n    script: Latn\n    form: full\n"
    )
    assert told(toy, capsys) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Took the chair of", "Left the chair of"),
        ("text: Both attended the conference.", "text: Both missed the conference."),
        ("type: colleague", "type: kin"),
        ("    script: Hans\n", ""),
        ("from: 林海, to: 林海}\n", "from: 林海, to: 林海}\n    note: A new remark.\n"),
        ("from: Lin Hai, to: as a member", "from: Lin, to: as a member"),
    ],
)
def test_a_change_breaks_the_seal_where_it_is(old: str, new: str, toy: Path, reviewed: Path, capsys: Capture) -> None:
    line = changed(reviewed, old, new)
    places = told(toy, capsys)
    assert len(places) == 1
    name, found, _, _ = places[0].split(":")
    assert name == "lin-hai.yaml"
    assert abs(int(found) - line) <= 3


def test_the_end_that_is_gone_breaks_the_seal_where_it_was(toy: Path, reviewed: Path, capsys: Capture) -> None:
    text = reviewed.read_text("utf-8")
    start, end = (
        text.index("relations:"),
        text.index("evidence:\n  - {source: lake-conference, lines: [7, 7], from: Lin Hai, to: took"),
    )
    reviewed.write_text(text[:start] + text[end:], "utf-8")
    (place,) = told(toy, capsys)
    assert 0 <= int(place.split(":")[1]) - text.count("\n", 0, start) - 1 <= 3


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("type: colleague", "type: kin"), "'type' is 'kin', and was not so when"),
        (("type: colleague", "type: colleague\n    note: New."), "'note' is 'New.', which was not here when"),
        (("    text: Both attended the conference.\n", ""), "'text' was here when"),
    ],
)
def test_a_broken_seal_tells_what_has_changed(
    edit: tuple[str, str], told: str, toy: Path, reviewed: Path, capsys: Capture
) -> None:
    changed(reviewed, *edit)
    capsys.readouterr()
    run(["--root", str(toy), "validate"])
    assert told in capsys.readouterr().out


def test_a_changed_record_without_a_review_is_free(toy: Path, reviewed: Path, capsys: Capture) -> None:
    changed(reviewed, "Took the chair of", "Left the chair of")
    changed(reviewed, "reviewed: 2026-01-05\n", "")
    assert told(toy, capsys) == []


def test_locking_again_does_not_seal_what_nobody_compared(toy: Path, reviewed: Path, capsys: Capture) -> None:
    changed(reviewed, "Took the chair of", "Left the chair of")
    assert run(["--root", str(toy), "lock"]) == 0
    assert told(toy, capsys) != []


def test_a_later_review_is_sealed_anew(toy: Path, reviewed: Path, capsys: Capture) -> None:
    changed(reviewed, "Took the chair of", "Left the chair of")
    line = changed(reviewed, "reviewed: 2026-01-05", "reviewed: 2026-02-06")
    assert told(toy, capsys) == [f"lin-hai.yaml:{line}:11:"]
    assert run(["--root", str(toy), "lock"]) == 0
    assert told(toy, capsys) == []


@pytest.mark.parametrize("option", [["--seal", "lin-hai"], ["--seal-all"]])
def test_a_review_of_the_same_day_is_sealed_anew_on_request(
    option: list[str], toy: Path, reviewed: Path, capsys: Capture
) -> None:
    changed(reviewed, "Took the chair of", "Left the chair of")
    assert run(["--root", str(toy), "lock", *option]) == 0
    assert "1 review sealed" in capsys.readouterr().err
    assert told(toy, capsys) == []


@pytest.mark.parametrize("name", ["nobody", "wen-shu"])
def test_no_review_is_no_seal(name: str, toy: Path, capsys: Capture) -> None:
    before = (toy / "curation" / "evidence.lock").read_bytes()
    assert run(["--root", str(toy), "lock", "--seal", name]) == 2
    assert f"no reviewed record is called '{name}'" in capsys.readouterr().err
    assert (toy / "curation" / "evidence.lock").read_bytes() == before


def test_a_broken_seal_stops_the_release_until_the_review_is_taken_out(
    toy: Path, reviewed: Path, tmp_path: Path
) -> None:
    changed(reviewed, "Took the chair of", "Left the chair of")
    assert run(["--root", str(toy), "validate"]) == 1
    assert run(["--root", str(toy), "build", "--out", str(tmp_path / "dist")]) == 1
    changed(reviewed, "reviewed: 2026-01-05\n", "")
    assert run(["--root", str(toy), "validate"]) == 0
