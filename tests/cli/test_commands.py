"""Every command does what its help says, and leaves with the exit code that it promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huiyi.checking import all_rules
from huiyi.cli import run
from huiyi.evidence import locate, read_texts, selector
from huiyi.evidence.passages import Located
from huiyi.loading import load
from huiyi.pages import page_paths
from huiyi.project import replace_file

TESTS = Path(__file__).resolve().parents[1]
TOY, BROKEN = TESTS / "toy", TESTS / "toy-broken"
COMMANDS = [
    "build",
    "bump",
    "cite",
    "coverage",
    "diff",
    "explain",
    "lock",
    "notes",
    "quality",
    "register",
    "resolve",
    "rules",
    "validate",
    "verify",
    "worksheet",
]
SOURCE = "lake-conference"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def _with_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYI_SOURCES", str(TOY / "texts"))


def toy_run(*arguments: str, root: Path = TOY) -> int:
    return run(["--root", str(root), *arguments])


# Help


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_each_command_has_help(command: str, option: str, capsys: Capture) -> None:
    assert run([command, option]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"Usage: huiyi {command}")
    assert said.err == ""


def test_the_help_lists_every_command(capsys: Capture) -> None:
    assert run(["--help"]) == 0
    listed = capsys.readouterr().out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "] == COMMANDS
    assert not any("..." in line for line in listed)


def test_without_a_command_the_help_is_shown_as_misuse(capsys: Capture) -> None:
    assert run([]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Usage: huiyi" in said.err


# validate


def test_validate_says_nothing_on_a_clean_tree_but_how_many_records_there_are(capsys: Capture) -> None:
    assert toy_run("validate") == 0
    said = capsys.readouterr()
    assert said.out == ""
    folders = TOY / "curation" / "records", TOY / "curation" / "vocabularies"
    count = sum(len(list(folder.rglob("*.yaml"))) for folder in folders)
    assert said.err.startswith(f"{count} records: no findings")
    assert said.err.count("\n") == 1


def test_validate_says_of_how_many_records_it_checks_those_that_it_is_asked_for(capsys: Capture) -> None:
    people = TOY / "curation" / "records" / "person"
    assert toy_run("validate", str(people / "lin-hai.yaml")) == 0
    assert toy_run("validate", str(people)) == 0
    one, several = (line.split(" records: ")[0] for line in capsys.readouterr().err.splitlines())
    assert one.startswith("1 of ")
    assert several == one.replace("1", str(len(list(people.iterdir()))), 1)


def test_validate_prints_one_line_for_each_finding_in_the_order_of_files(capsys: Capture) -> None:
    assert toy_run("validate", root=BROKEN) == 1
    said = capsys.readouterr()
    places = [line.split(": ")[0].split(":") for line in said.out.splitlines()]
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))
    assert f"{len(places)} errors" in said.err


def test_validate_shows_only_what_concerns_the_paths_it_is_given(capsys: Capture) -> None:
    file = BROKEN / "curation" / "records" / "person" / "unknown-key.yaml"
    folder = BROKEN / "curation" / "records" / "organization"
    assert toy_run("validate", str(file), root=BROKEN) == 1
    assert {line.split(":")[0] for line in capsys.readouterr().out.splitlines()} == {
        "curation/records/person/unknown-key.yaml"
    }
    assert toy_run("validate", str(folder), root=BROKEN) == 1
    assert all(line.startswith("curation/records/organization/") for line in capsys.readouterr().out.splitlines())
    assert toy_run("validate", str(BROKEN / "curation" / "vocabularies"), root=BROKEN) == 0
    assert capsys.readouterr().out == ""


def test_validate_of_a_file_that_discover_refuses_shows_the_refusal(capsys: Capture) -> None:
    stray = BROKEN / "curation" / "records" / "person" / "stray-file.yml"
    assert toy_run("validate", str(stray), root=BROKEN) == 1
    assert "not-a-record-file" in capsys.readouterr().out


def test_validate_finds_the_root_upward_of_where_it_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOY / "curation" / "records" / "person")
    assert run(["validate"]) == 0
    assert run(["validate", "lin-hai.yaml", ".."]) == 0


def test_the_json_report_is_a_list_of_findings(capsys: Capture) -> None:
    assert toy_run("validate", "--format", "json", root=BROKEN) == 1
    found = json.loads(capsys.readouterr().out)
    assert {tuple(finding) for finding in found} == {("path", "line", "column", "code", "message", "hint", "severity")}
    assert toy_run("validate", "--format", "text", root=BROKEN) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [f"{one['path']}:{one['line']}:{one['column']}" for one in found] == [line.split(": ")[0] for line in lines]


def test_the_json_report_of_a_clean_tree_is_an_empty_list(capsys: Capture) -> None:
    assert toy_run("validate", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_the_github_report_gives_a_command_for_each_finding(capsys: Capture) -> None:
    assert toy_run("validate", "--format", "github", root=BROKEN) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len((BROKEN / "expected" / "validate.txt").read_text("utf-8").splitlines())
    assert all(line.startswith("::error file=curation/") for line in lines)


# explain


@pytest.mark.parametrize("code", sorted(page_paths()))
def test_explain_shows_the_page_of_each_code(code: str, capsys: Capture) -> None:
    assert run(["explain", code]) == 0
    assert capsys.readouterr().out.startswith(f"# {code}\n")


def test_explain_knows_every_rule_and_lists_every_code(capsys: Capture) -> None:
    assert run(["explain"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert set(listed) == set(page_paths()) >= {rule.code for rule in all_rules()}
    assert len(listed) == len(set(listed))


def test_explain_proposes_the_nearest_code_for_one_that_it_does_not_know(capsys: Capture) -> None:
    assert run(["explain", "dangling-referense"]) == 2
    assert "did you mean 'dangling-reference'?" in capsys.readouterr().err


# cite


@pytest.mark.usefixtures("_with_texts")
@pytest.mark.parametrize(
    "passage",
    [
        ["3"],
        ["13-15"],
        ["every", "boat"],
        ["EVERY BOAT CARRIES ONE LINE"],
        ["湖泊测量员"],
        ["𠮷湖记"],
        ['"=nets",', "oars"],
    ],
)
def test_cite_writes_a_block_that_leads_back_to_the_passage(
    passage: list[str], toy: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(toy)
    assert run(["cite", SOURCE, *passage]) == 0
    block = capsys.readouterr().out
    path = toy / "curation" / "records" / "person" / "gu-yan.yaml"
    path.write_text(f"id: gu-yan\n{block}", "utf-8")
    document = load(toy, path)
    assert document.data is not None
    texts, _ = read_texts(TOY / "texts", {SOURCE: _digest(toy)})
    for item in document.data["evidence"]:
        place = locate(selector(item), texts[SOURCE])
        assert isinstance(place, Located)
        cited = texts[SOURCE].text[place.start : place.end]
        wanted = " ".join(passage)
        assert wanted.casefold() in cited.casefold() or wanted.replace("-", "").isdigit()


def _digest(root: Path) -> str:
    path = root / "curation" / "records" / "source" / f"{SOURCE}.yaml"
    data = load(root, path).data
    assert data is not None
    return str(data["sha256"])


@pytest.mark.usefixtures("_with_texts")
def test_cite_of_a_phrase_that_is_not_there_is_a_finding_and_shows_what_is_near(capsys: Capture) -> None:
    assert toy_run("cite", SOURCE, "every", "boat", "carries", "two", "lines") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "line 11" in said.err


@pytest.mark.usefixtures("_with_texts")
@pytest.mark.parametrize("passage", ["0", "21", "5-99", "9" * 40, "9-3", ""])
def test_cite_of_lines_that_are_not_there_is_a_finding(passage: str, capsys: Capture) -> None:
    assert toy_run("cite", "--", SOURCE, passage) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("huiyi cite: ")
    assert "phrase is not in" not in said.err


@pytest.mark.usefixtures("_with_texts")
def test_cite_of_an_unknown_source_is_misuse_and_names_those_at_hand(capsys: Capture) -> None:
    assert toy_run("cite", "pond-conference", "1") == 2
    assert SOURCE in capsys.readouterr().err


def test_cite_without_the_texts_is_misuse(capsys: Capture) -> None:
    assert toy_run("cite", SOURCE, "1") == 2
    assert "HUIYI_SOURCES" in capsys.readouterr().err


def test_cite_says_so_where_the_copy_differs(toy: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYI_SOURCES", str(toy / "texts"))
    (toy / "texts" / f"{SOURCE}.txt").write_text("another text\n")
    assert toy_run("cite", SOURCE, "1", root=toy) == 2
    assert SOURCE in capsys.readouterr().err


# coverage


def test_coverage_of_a_source_all_of_whose_lines_are_accounted_for_is_clean(capsys: Capture) -> None:
    assert toy_run("coverage") == 0
    assert capsys.readouterr().out.startswith(f"{SOURCE}: 100 %")
    assert toy_run("coverage", SOURCE) == 0


def test_coverage_shows_the_lines_that_nothing_accounts_for(toy: Path, capsys: Capture) -> None:
    path = toy / "curation" / "records" / "source" / f"{SOURCE}.yaml"
    path.write_text(path.read_text("utf-8").replace("no_data:\n  - {lines: [20, 20], reason: end mark}\n", ""), "utf-8")
    assert toy_run("coverage", root=toy) == 1
    assert "20" in capsys.readouterr().out


def test_coverage_without_lock_and_texts_cannot_tell(toy: Path, capsys: Capture) -> None:
    (toy / "curation" / "evidence.lock").unlink()
    assert toy_run("coverage", root=toy) == 1
    assert "not known" in capsys.readouterr().err


def test_coverage_of_an_unknown_source_is_misuse(capsys: Capture) -> None:
    assert toy_run("coverage", "pond-conference") == 2
    assert SOURCE in capsys.readouterr().err


# lock


@pytest.mark.usefixtures("_with_texts")
def test_lock_writes_the_same_bytes_each_time(toy: Path) -> None:
    lock = toy / "curation" / "evidence.lock"
    expected = lock.read_bytes()
    lock.unlink()
    for _ in range(2):
        assert toy_run("lock", root=toy) == 0
        assert lock.read_bytes() == expected
    names = sorted(path.name for path in lock.parent.iterdir())
    assert names == ["coding", "evidence.lock", "golden", "identifiers.lock", "records", "vocabularies"]


def test_lock_without_the_texts_is_misuse_and_leaves_the_lock(toy: Path) -> None:
    before = (toy / "curation" / "evidence.lock").read_bytes()
    assert toy_run("lock", root=toy) == 2
    assert (toy / "curation" / "evidence.lock").read_bytes() == before


def test_lock_keeps_what_it_held_of_a_source_whose_text_is_not_at_hand(
    toy: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("HUIYI_SOURCES", str(tmp_path / "empty"))
    before = (toy / "curation" / "evidence.lock").read_bytes()
    assert toy_run("lock", root=toy) == 0
    assert (toy / "curation" / "evidence.lock").read_bytes() == before
    assert f"the text of {SOURCE} is not at hand" in capsys.readouterr().err


def test_lock_over_a_damaged_lock_needs_every_text(
    toy: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = toy / "curation" / "evidence.lock"
    sound = lock.read_bytes()
    lock.write_bytes(sound[:-20])
    assert toy_run("validate", root=toy) == 1
    assert "damaged-lock" in capsys.readouterr().out
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("HUIYI_SOURCES", str(tmp_path / "empty"))
    assert toy_run("lock", root=toy) == 1
    assert lock.read_bytes() == sound[:-20]
    monkeypatch.setenv("HUIYI_SOURCES", str(TOY / "texts"))
    assert toy_run("lock", root=toy) == 0
    assert lock.read_bytes() == sound


def test_lock_writes_nothing_while_a_record_cannot_be_read(
    toy: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = toy / "curation" / "evidence.lock"
    sound = lock.read_bytes()
    broken = next((toy / "curation" / "records" / "meeting").glob("*.yaml"))
    broken.write_text(broken.read_text("utf-8") + "oops: 1\n", "utf-8")
    monkeypatch.setenv("HUIYI_SOURCES", str(TOY / "texts"))
    assert toy_run("lock", root=toy) == 1
    assert "unknown-key" in capsys.readouterr().out
    assert lock.read_bytes() == sound


def test_lock_follows_no_link_that_lies_beside_it(toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_text("kept")
    lock = toy / "curation" / "evidence.lock"
    sound = lock.read_bytes()
    lock.unlink()
    lock.symlink_to(victim)
    (toy / "curation" / "evidence.lock.new").symlink_to(victim)
    monkeypatch.setenv("HUIYI_SOURCES", str(TOY / "texts"))
    assert toy_run("lock", root=toy) == 0
    assert victim.read_text() == "kept"
    assert not lock.is_symlink()
    assert lock.read_bytes() == sound


def test_a_missing_lock_is_a_warning_to_a_curator(toy: Path, capsys: Capture) -> None:
    (toy / "curation" / "evidence.lock").unlink()
    assert toy_run("validate", root=toy) == 0
    assert "warning unlocated-passage" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_named_itself(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "evidence.lock"
    with pytest.raises(FileNotFoundError) as raised:
        replace_file(path, "")
    assert raised.value.filename == str(path)
