"""A tag becomes a published release, or nothing at all: the workflow is run here, step by step, as it is written."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.workflows.rehearsing import Rehearsal, commit, read_workflow

import huiyi
from huiyi.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the steps are written for the tools of Linux")

PROJECT = Path(__file__).resolve().parents[2]
VERSION = huiyi.__version__
TAG = f"v{VERSION}"
TITLE = f"huiyi-{VERSION}"
WORKFLOW = read_workflow(PROJECT / ".github" / "workflows" / "release.yml")
PARTS = ["src", "schemas", "datapackage", "noxfile.py", "pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA"]
PARTS += ["tests/clients", "tests/reproduce.py", "tests/shown_code.py", ".gitignore"]
TEST = "def test_that_passes() -> None:\n    assert 1 + 1 == 2\n"
DAY = "2027-01-31"
CHANGES = "### Data\n\n- Soundings of a lake."


def project(folder: Path, changelog: str = f"# Changelog\n\n## {VERSION} ({DAY})\n\n{CHANGES}\n") -> Path:
    """Lay out a project whose code is this one's, whose records are the toy's, and which has one test."""
    for part in PARTS:
        source, target = PROJECT / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    shutil.copytree(PROJECT / "tests" / "toy" / "curation", folder / "curation")
    (folder / "tests" / "test_one.py").write_text(TEST, "utf-8")
    (folder / "CHANGELOG.md").write_text(changelog, "utf-8")
    for readme in (folder / "README.md", folder / "datapackage" / "README.template.md"):
        # The queries that they show ask for people whom the toy's records do not know.
        readme.write_text(readme.read_text("utf-8").replace("```sql", "```text"), "utf-8")
    metadata = folder / "datapackage" / "metadata.json"
    words = json.loads(metadata.read_text("utf-8")) | {"released": DAY}
    metadata.write_text(json.dumps(words), "utf-8")
    assert run(["--root", str(folder), "register"]) == 0
    return folder


def rehearsed(folder: Path, laid_out: Path, tag: str = TAG) -> Rehearsal:
    """Commit and tag a project, push it, and give the rehearsal of its release."""
    commit(laid_out, tag)
    clone: list[str | Path] = ["git", "clone", "--quiet", "--bare", laid_out, folder / "repository"]
    subprocess.run(clone, check=True, capture_output=True)
    return Rehearsal(folder, tag, WORKFLOW)


def releases(rehearsal: Rehearsal) -> dict[str, Any]:
    """Give what stands on GitHub: each release by its tag."""
    said = rehearsal.folder.glob("v*/release.json")
    return {path.parent.name: json.loads(path.read_text("utf-8")) for path in said}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """Give a rehearsal of which the first job has been run; for copying only."""
    folder = tmp_path_factory.mktemp("rehearsal")
    rehearsal = rehearsed(folder, project(folder / "project"))
    rehearsal.run("build")
    assert rehearsal.failed == "", rehearsal.said
    return rehearsal


@pytest.fixture
def ready(built: Rehearsal, tmp_path: Path) -> Rehearsal:
    """Give a rehearsal of which the first job has been run, and whose artifact a test may change."""
    for name in ("repository", "artifacts"):
        shutil.copytree(built.folder / name, tmp_path / name)
    return Rehearsal(tmp_path, TAG, WORKFLOW, values=dict(built.values))


def test_jobs_wait_for_each_other_in_the_order_of_the_rehearsals() -> None:
    needs = {name: job.get("needs", []) for name, job in WORKFLOW["jobs"].items()}
    assert needs == {"build": [], "prove": "build", "publish": ["build", "prove"]}


def test_the_first_tag_becomes_a_release_with_the_files_that_were_built(ready: Rehearsal) -> None:
    ready.run("publish")
    assert ready.failed == "", ready.said
    (said,) = releases(ready).values()
    assert said["draft"] is False
    assert said["title"] == f"Huiyi {VERSION}"
    assert said["notes"].startswith(CHANGES)
    assert f"{TITLE}.zip" in said["notes"]
    calls = [json.loads(line) for line in (ready.folder / "calls.jsonl").read_text("utf-8").splitlines()]
    assert [call[:3] for call in calls] == [
        ["release", action, TAG] for action in ("create", "upload", "download", "edit")
    ]
    attached = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ready.folder / TAG / "assets").iterdir()
    }
    sums = (ready.folder / "artifacts" / "release" / "dist" / TITLE / "SHA256SUMS").read_text("utf-8")
    assert (ready.folder / "attested").read_text("utf-8") == sums.rstrip("\n")
    listed = {line[66:]: line[:64] for line in sums.splitlines()}
    wanted = {name: digest for name, digest in listed.items() if "/" not in name and not name.startswith(".")}
    assert attached == wanted | {"SHA256SUMS": hashlib.sha256(sums.encode()).hexdigest()}
    assert {f"{TITLE}.zip", f"{TITLE}.sqlite", "manifest.json"} <= attached.keys()


def test_a_build_that_differs_stops_the_release_and_its_file_is_named(ready: Rehearsal) -> None:
    table = ready.folder / "artifacts" / "release" / "dist" / TITLE / "data" / "people.csv"
    table.write_bytes(table.read_bytes().replace(b"lin-hai", b"lin-han", 1))
    ready.run("prove")
    assert ready.failed == "Build once more, in other circumstances, and compare every byte"
    assert "data/people.csv: differs from byte" in ready.said
    assert "the builds differ in 1 file" in ready.said
    assert releases(ready) == {}


def test_a_later_tag_becomes_a_release_that_is_proved_and_tells_what_differs_from_the_former_one(
    tmp_path: Path,
) -> None:
    laid_out = project(tmp_path / "project")
    names = laid_out / "src" / "huiyi" / "__init__.py"
    current, person = names.read_text("utf-8"), laid_out / "curation" / "records" / "person" / "lin-hai.yaml"
    names.write_text(current.replace(VERSION, "0.0.9"), "utf-8")
    later = person.read_text("utf-8")
    person.write_text(later.replace("Took the chair", "Was in the chair"), "utf-8")
    commit(laid_out, "v0.0.9")
    names.write_text(current, "utf-8")
    person.write_text(later, "utf-8")
    rehearsal = rehearsed(tmp_path, laid_out)
    rehearsal.run("build", "prove", "publish")
    assert rehearsal.failed == "", rehearsal.said
    (said,) = releases(rehearsal).values()
    assert said["draft"] is False
    differences = (tmp_path / TAG / "assets" / "DIFFERENCES.md").read_text("utf-8")
    assert said["notes"].startswith(CHANGES)
    assert said["notes"].endswith(differences)
    assert "0.0.9" in differences


@pytest.mark.parametrize(
    ("tag", "changelog", "complaint"),
    [
        ("v9.9.9", f"## {VERSION} ({DAY})\n\n{CHANGES}\n", f"the tag 'v9.9.9' is not that of version {VERSION}"),
        (TAG, f"## 0.0.9 ({DAY})\n\n{CHANGES}\n", f"no section is headed '## {VERSION} (YYYY-MM-DD)'"),
        (TAG, f"## {VERSION} (unreleased)\n\n{CHANGES}\n", "gives 'unreleased' instead of the day of publication"),
    ],
    ids=["another tag", "no section", "unreleased"],
)
def test_a_tag_that_the_project_is_not_ready_for_stops_before_anything_is_built(
    tag: str, changelog: str, complaint: str, tmp_path: Path
) -> None:
    rehearsal = rehearsed(tmp_path, project(tmp_path / "project", changelog), tag)
    rehearsal.run("build")
    assert rehearsal.failed.startswith("Write the notes")
    assert complaint in rehearsal.said
    assert not (tmp_path / "artifacts").exists()
    assert not (tmp_path / "workspace-of-build" / "dist").exists()


def test_an_identifier_that_is_not_registered_stops_before_anything_is_built(tmp_path: Path) -> None:
    laid_out = project(tmp_path / "project")
    register = laid_out / "curation" / "identifiers.lock"
    register.write_text("".join(register.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    rehearsal = rehearsed(tmp_path, laid_out)
    rehearsal.run("build")
    assert rehearsal.failed.startswith("Write the notes")
    assert "lacks 1 identifier:" in rehearsal.said
    assert not (tmp_path / "workspace-of-build" / "dist").exists()


def test_a_test_that_fails_stops_the_release(tmp_path: Path, built: Rehearsal) -> None:
    laid_out = project(tmp_path / "project")
    (laid_out / "tests" / "test_one.py").write_text(TEST.replace("2\n", "3\n"), "utf-8")
    shutil.copytree(built.folder / "artifacts", tmp_path / "artifacts")
    rehearsal = rehearsed(tmp_path, laid_out)
    rehearsal.run("prove")
    assert rehearsal.failed == "Pass the tests"


TAMPERING: dict[str, Callable[[Path], object]] = {
    "a file changed": lambda release: (release / "README.md").write_text("changed"),
    "a file added": lambda release: (release / "data" / "more.csv").write_text("id\n"),
    "a file removed": lambda release: (release / ".zenodo.json").unlink(),
}


@pytest.mark.parametrize("tamper", TAMPERING.values(), ids=TAMPERING)
def test_what_is_not_what_was_built_is_not_even_drafted(tamper: Callable[[Path], object], ready: Rehearsal) -> None:
    tamper(ready.folder / "artifacts" / "release" / "dist" / TITLE)
    ready.run("publish")
    assert ready.failed == "Compare every file with its checksum"
    assert not (ready.folder / "calls.jsonl").exists()


@pytest.mark.parametrize("action", ["create", "upload", "download", "edit"])
def test_a_step_that_fails_leaves_at_most_a_draft(action: str, ready: Rehearsal) -> None:
    ready.environment["REHEARSAL_FAILS_AT"] = action
    ready.run("publish")
    assert f"gh: {action} failed" in ready.said
    assert all(said["draft"] for said in releases(ready).values())
