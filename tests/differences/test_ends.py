"""What can be compared: a release or its archive, a commit, a tree; whatever else is named is refused in one line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.differences.conftest import packed

from huiyi.cli import run
from huiyi.differences import State, UnknownEndError, compare, read_end

if TYPE_CHECKING:
    from collections.abc import Callable

TOY = Path(__file__).resolve().parents[1] / "toy"
Capture = pytest.CaptureFixture[str]


def end(word: str | Path, root: Path = TOY) -> State:
    return read_end(str(word), lambda: root)


def assert_same(one: State, other: State) -> None:
    difference = compare(one, other)
    assert difference.records == ()
    assert difference.forms == ()
    assert len(one.records) == len(other.records) > 10


def test_a_release_its_archive_and_the_tree_it_was_made_of_are_the_same(
    release: Path, toy_state: State, tmp_path: Path
) -> None:
    archive = packed(release, tmp_path / "release.zip")
    for word in (release, archive):
        state = end(word)
        assert (state.name, state.version) == ("huiyi-1.2.3", "1.2.3")
        assert_same(state, toy_state)
    assert_same(end(TOY), toy_state)
    assert_same(read_end(None, lambda: TOY), toy_state)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["huiyi-1.2.3", "release.zip"]


def test_a_release_as_it_is_built_and_its_archive_are_the_tree_it_was_made_of(toy_release: Path) -> None:
    (archive,) = toy_release.glob("*.zip")
    for word in (toy_release, archive):
        assert_same(end(word), end(TOY))
        assert_same(end(TOY), end(word))


def test_a_version_names_the_release_in_dist(toy: Path, release: Path, toy_state: State) -> None:
    shutil.copytree(release, toy / "dist" / "huiyi-1.2.3")
    assert_same(end("1.2.3", toy), toy_state)
    with pytest.raises(UnknownEndError, match=r"'v1\.2\.4' is neither"):
        end("1.2.4", toy)


def damaged(text: str) -> Callable[[Path], object]:
    return lambda release: (release / "json" / "records.jsonl").write_text(text, "utf-8")


def described(**words: Any) -> Callable[[Path], object]:
    def change(release: Path) -> None:
        path = release / "datapackage.json"
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | words), "utf-8")

    return change


def bare(**words: Any) -> str:
    return json.dumps({"kind": "person", "id": "x"} | words)


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "no records": (lambda release: shutil.rmtree(release / "json"), "No such file"),
    "no JSON": (damaged("{"), "line 1"),
    "a list": (damaged("[]\n"), "not an object"),
    "no kind": (damaged('{"id": "x"}\n'), "'kind'"),
    "a hostile kind": (damaged(bare(kind="a<b>") + "\n"), "'kind'"),
    "no identifier": (damaged('{"kind": "x"}\n'), "'id'"),
    "a path as identifier": (damaged(bare(id="../x") + "\n"), "'id'"),
    "a long identifier": (damaged(bare(id="x" * 201) + "\n"), "'id'"),
    "the same record twice": (damaged((bare() + "\n") * 2), "line 2: a second record is called 'x'"),
    "a key twice": (damaged('{"kind": "person", "id": "x", "id": "y"}\n'), "a key stands twice"),
    "NaN": (damaged('{"kind": "person", "id": "x", "value": NaN}\n'), "NaN"),
    "an infinite number": (damaged('{"kind": "person", "id": "x", "value": 1e999}\n'), "infinite"),
    "null": (damaged('{"kind": "person", "id": "x", "value": null}\n'), "null"),
    "half a character": (damaged('{"kind": "person", "id": "x", "value": "\\ud800"}\n'), "half a character"),
    "a long number": (damaged('{"kind": "person", "id": "x", "value": ' + "1" * 5000 + "}\n"), "line 1"),
    "deep": (damaged('{"kind": "person", "id": "x", "value": ' + "[" * 60 + "]" * 60 + "}\n"), "too deep"),
    "very deep": (damaged('{"kind": "person", "id": "x", "value": ' + "[" * 200_000 + "\n"), "deep"),
    "names that are none": (damaged(bare(names="x") + "\n"), "'names'"),
    "no UTF-8": (lambda release: (release / "json" / "records.jsonl").write_bytes(b"\xff\n"), "line 1"),
    "no descriptor": (lambda release: (release / "datapackage.json").write_text("x"), "datapackage.json"),
    "a version that is none": (described(version="1.2"), "the version '1.2'"),
    "a hostile version": (described(version="\x1b[2J\n" * 90), "the version"),
    "no version": (lambda release: (release / "datapackage.json").write_text("{}"), "lacks 'name'"),
    "resources that are none": (described(resources="x"), "cannot be read as a release"),
    "a resource without columns": (described(resources=[{"name": "x", "schema": {}}]), "lacks 'fields'"),
    "a type that is none": (described(resources=[{"name": "x", "schema": {"fields": [{"name": 1}]}}]), "text"),
}


@pytest.mark.parametrize("name", DAMAGES)
@pytest.mark.parametrize("form", ["folder", "archive"])
def test_a_damaged_release_is_misuse_in_one_line(form: str, name: str, release: Path, capsys: Capture) -> None:
    damage, reason = DAMAGES[name]
    damage(release)
    path = packed(release, release.parent / "release.zip") if form == "archive" else release
    assert run(["--root", str(TOY), "diff", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.rstrip("\n").isprintable()
    assert len(said.err) < 700
    assert reason in said.err or (form, name) == ("archive", "no records")


def entry(name: str, content: bytes = b"{}") -> tuple[str, bytes]:
    return name, content


ARCHIVES: dict[str, list[tuple[str, bytes]]] = {
    "climbs out": [entry("huiyi-1.2.3/datapackage.json"), entry("huiyi-1.2.3/../../escaped")],
    "is absolute": [entry("/huiyi-1.2.3/datapackage.json")],
    "has two folders": [entry("a/datapackage.json"), entry("b/json/records.jsonl")],
    "has no folder": [entry("datapackage.json")],
    "is empty": [],
    "has an entry twice": [entry("a/datapackage.json"), entry("a/datapackage.json", b"[]")],
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("entries", ARCHIVES.values(), ids=ARCHIVES)
def test_a_hostile_archive_is_misuse_and_nothing_is_unpacked(
    entries: list[tuple[str, bytes]], tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "a" / "hostile.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    assert run(["--root", str(TOY), "diff", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.rglob("*")) == [path.parent, path]


def test_an_archive_that_unpacks_to_more_than_it_says_is_misuse(release: Path, tmp_path: Path, capsys: Capture) -> None:
    path = packed(release, tmp_path / "release.zip")
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(content)
    assert run(["--root", str(TOY), "diff", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip"])
def test_a_file_that_is_no_archive_is_misuse(content: bytes, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "release.zip"
    path.write_bytes(content)
    assert run(["--root", str(TOY), "diff", str(path)]) == 2
    assert "cannot be read as a release" in capsys.readouterr().err


# Commits


@pytest.fixture
def git(toy: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Make the copy of the toy a repository of its own and give a function that runs git in it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)

    def run_git(*arguments: str) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        return subprocess.run(
            ["git", *who, *arguments], cwd=toy, check=True, capture_output=True, text=True
        ).stdout.strip()

    run_git("init", "-q")
    run_git("add", ".")
    run_git("commit", "-qm", "first")
    run_git("tag", "v1.2.3")
    return run_git


def edit(toy: Path, name: str, old: str, new: str) -> None:
    path = toy / "curation" / "records" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_two_commits_and_the_tree_are_compared(toy: Path, git: Callable[..., str], capsys: Capture) -> None:
    edit(toy, "person/song-an.yaml", "end: {edtf: 1954-06/", "end: {edtf: 1954-07/")
    git("commit", "-qam", "second")
    edit(toy, "person/song-an.yaml", "status: acting", "status: held")
    dates = "tenure of Song An as drafter of Lake Survey Office now ends 1954-07/, was 1954-06/"
    status = "tenure of Song An as drafter of Lake Survey Office: status is now held, was acting"
    expected = {
        (): [status],
        ("HEAD",): [status],
        ("HEAD~1", "HEAD"): [dates],
        ("HEAD", "v1.2.3"): [dates.replace("1954-07", "?").replace("1954-06", "1954-07").replace("?", "1954-06")],
        ("1.2.3",): [dates, status],
        ("main", "HEAD"): [],
    }
    before = git("status", "--porcelain")
    for words, sentences in expected.items():
        assert run(["--root", str(toy), "diff", *words]) == 0
        told = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
        assert sorted(told) == sorted(sentences), words
    assert git("status", "--porcelain") == before


def test_a_commit_is_read_under_its_own_schemas_and_version(toy: Path, git: Callable[..., str]) -> None:
    shutil.copytree(Path(__file__).resolve().parents[2] / "schemas", toy / "schemas")
    schema = toy / "schemas" / "person.schema.json"
    text = schema.read_text("utf-8")
    assert '"description": {' in text
    schema.write_text(text.replace('"description": {', '"portrait": {', 1), "utf-8")
    for path in (toy / "curation" / "records" / "person").iterdir():
        path.write_text(path.read_text("utf-8").replace("\ndescription:", "\nportrait:"), "utf-8")
    version = toy / "src" / "huiyi" / "__init__.py"
    version.parent.mkdir(parents=True)
    version.write_text('__version__ = "0.0.7"\n', "utf-8")
    git("add", ".")
    git("commit", "-qm", "other schemas")
    state = end("HEAD", toy)
    assert state.version == "0.0.7"
    assert "portrait" in state.records["lin-hai"].data
    forms = [(one.table, one.column, one.old, one.new) for one in compare(end("HEAD~1", toy), state).forms]
    assert forms == [("people", "portrait", None, "string"), ("people", "description", "string", None)]


def test_of_a_commit_whose_tables_cannot_be_made_the_records_are_compared(
    toy: Path, git: Callable[..., str], capsys: Capture
) -> None:
    shutil.copytree(Path(__file__).resolve().parents[2] / "schemas", toy / "schemas")
    path = toy / "schemas" / "term.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["properties"]["former"] = {"type": "string", "title": "F", "description": "F", "x-refers-to": ["former"]}
    path.write_text(json.dumps(schema), "utf-8")
    git("add", ".")
    git("commit", "-qm", "a reference to a kind that is no more")
    edit(toy, "person/song-an.yaml", "status: acting", "status: held")
    assert run(["--root", str(toy), "diff"]) == 0
    told = capsys.readouterr().out
    assert "The tables were not compared" in told
    assert "status is now held" in told
    assert run(["--root", str(toy), "diff", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["tables"] is None
    assert run(["--root", str(toy), "bump", "HEAD"]) == 1


def test_a_commit_with_a_broken_record_is_told_and_nothing_is_compared(
    toy: Path, git: Callable[..., str], capsys: Capture
) -> None:
    edit(toy, "person/song-an.yaml", "id: song-an", "idd: song-an")
    assert run(["--root", str(toy), "diff"]) == 1
    assert "the working tree has " in capsys.readouterr().err
    git("commit", "-qam", "broken")
    for arguments in (["diff", "HEAD", "HEAD~1"], ["bump", "HEAD"], ["build", "--since", "HEAD"]):
        assert run(["--root", str(toy), *arguments]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert "nothing was compared" in said.err


def test_a_commit_that_holds_a_link_or_distant_schemas_is_refused(toy: Path, git: Callable[..., str]) -> None:
    (toy / "curation" / "records" / "person" / "z.yaml").symlink_to("/etc/passwd")
    git("add", ".")
    git("commit", "-qm", "link")
    with pytest.raises(UnknownEndError, match="not a plain file"):
        end("HEAD", toy)
    git("reset", "-q", "--hard", "HEAD~1")
    for name in ("..\\..\\z.yaml", "c:z.yaml"):
        (toy / "curation" / name).touch()
        git("add", ".")
        git("commit", "-qm", "a way out on another system")
        with pytest.raises(UnknownEndError, match="cannot be read safely"):
            end("HEAD", toy)
        git("reset", "-q", "--hard", "HEAD~1")
    (toy / "schemas").mkdir()
    (toy / "schemas" / "x.schema.json").write_text(json.dumps({"\u0024ref": "../../../etc/x.json"}), "utf-8")
    git("add", ".")
    git("commit", "-qm", "schemas")
    with pytest.raises(UnknownEndError, match="refers to"):
        end("HEAD", toy)


@pytest.mark.parametrize(
    "word",
    ["", "nonsense", "--output=x", "-x", "HEAD~99", "HEAD:curation", "9.9.9", "/no/such/folder", "no.zip", "a\nb"],
)
def test_a_word_that_names_nothing_is_misuse_in_one_line(
    word: str, toy: Path, git: Callable[..., str], capsys: Capture
) -> None:
    for arguments in (["diff", "--", word], ["diff", "--", "HEAD", word], ["bump", "--", word]):
        assert run(["--root", str(toy), *arguments]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert len(said.err) < 400
    assert git("status", "--porcelain") == ""


def test_a_project_outside_of_git_has_no_commits(toy: Path, capsys: Capture) -> None:
    assert run(["--root", str(toy), "diff"]) == 2
    assert "not a git repository" in capsys.readouterr().err


def test_two_releases_are_compared_outside_of_any_project(
    release: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    other = tmp_path / "other"
    shutil.copytree(release, other)
    described(version="1.3.0")(other)
    assert run(["diff", release.name, str(other)]) == 0
    assert "Nothing differs." in capsys.readouterr().out
    assert run(["bump", release.name, str(other)]) == 0
    assert run(["bump", str(other), release.name]) == 1


def test_a_state_of_a_corpus_lacks_nothing_of_its_release(release: Path, toy_state: State) -> None:
    state = end(release)
    assert state.forms == toy_state.forms
    assert {name: entry.data for name, entry in state.records.items()} == {
        name: entry.data for name, entry in toy_state.records.items()
    }
    assert replace(state, shapes={}) == replace(toy_state, shapes={}, name=state.name)


# The release that tells what differs from the last one


def built(toy: Path, *arguments: str) -> int:
    return run(["--root", str(toy), "build", "--out", str(toy / "dist"), *arguments])


def prolong_a_tenure(toy: Path) -> None:
    """Change a day in a record, and what two readers had settled on it."""
    edit(toy, "person/song-an.yaml", "end: {edtf: 1954-06/", "end: {edtf: 1954-07/")
    edit(toy, "../coding/lake-conference.csv", "1954-06/,1954-06/,1954-06/", "1954-06/,1954-06/,1954-07/")


def since(release: Path, version: str) -> Path:
    described(version=version)(release)
    return release


def test_a_build_since_a_release_holds_what_differs(toy: Path, release: Path, capsys: Capture) -> None:
    prolong_a_tenure(toy)
    assert built(toy, "--since", str(since(release, "0.0.9"))) == 0
    (folder,) = (toy / "dist").iterdir()
    delta = json.loads((folder / "delta.json").read_text("utf-8"))
    assert [record["id"] for record in delta["records"]] == ["song-an"]
    assert "`1954-07/`" in (folder / "DIFFERENCES.md").read_text("utf-8")
    sums = (folder / "SHA256SUMS").read_text("utf-8")
    assert "  delta.json\n" in sums
    assert "  DIFFERENCES.md\n" in sums
    capsys.readouterr()
    assert built(toy) == 0
    assert not (folder / "delta.json").exists()


def test_a_build_with_too_small_a_version_or_a_lost_identifier_publishes_nothing(
    toy: Path, release: Path, capsys: Capture
) -> None:
    prolong_a_tenure(toy)
    records = release / "json" / "records.jsonl"
    for version, more, reason in (
        ("0.1.0", "", "version 0.1.0 is too small: after 0.1.0 at least 0.1.1 is needed"),
        ("0.0.9", '{"kind": "person", "id": "zz-lost"}\n', "identifier zz-lost of kind person vanished"),
        ("0.0.9", '{"kind": "term", "id": "song-an"}\n', "identifier song-an of kind term is used again"),
    ):
        kept = [line for line in records.read_text("utf-8").splitlines(keepends=True) if "zz-lost" not in line]
        if "song-an" in more:
            kept = [line for line in kept if '"id": "song-an"' not in line]
        records.write_text("".join(kept) + more, "utf-8")
        assert built(toy, "--since", str(since(release, version))) == 1
        said = capsys.readouterr().err
        assert reason in said
        assert "nothing was published" in said
        assert not (toy / "dist").exists()
