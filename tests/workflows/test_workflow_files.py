"""What GitHub runs gives strangers no power, always ends, and is what the project runs elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.workflows.rehearsing import read_workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
PATHS = sorted((PROJECT / ".github" / "workflows").iterdir())
WORKFLOWS = {path.stem: read_workflow(path) for path in PATHS}
PINNED = re.compile(r"uses: \S+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")


def jobs() -> Iterator[tuple[str, Any]]:
    for name, workflow in WORKFLOWS.items():
        for job, content in workflow["jobs"].items():
            yield f"{name}/{job}", content


JOBS = dict(jobs())


def commands(name: str) -> str:
    return "\n".join(step.get("run", "") for step in JOBS[name]["steps"])


def test_pull_requests_start_one_workflow_and_tags_of_versions_the_other() -> None:
    assert {name: workflow["on"] for name, workflow in WORKFLOWS.items()} == {
        "release": {"push": {"tags": ["v*"]}},
        "validate": {"pull_request": None},
    }


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_actions_are_pinned_to_a_commit_and_no_secret_is_named(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(PINNED.findall(text)) == text.count("uses:")
    assert "secrets." not in text


def test_an_action_has_one_commit_in_all_workflows() -> None:
    used = {step["uses"] for job in JOBS.values() for step in job["steps"] if "uses" in step}
    assert len(used) == len({name.partition("@")[0] for name in used})


@pytest.mark.parametrize("name", JOBS)
def test_a_job_may_do_nothing_that_it_does_not_need(name: str) -> None:
    job = JOBS[name]
    assert WORKFLOWS[name.partition("/")[0]]["permissions"] == {}
    assert job["timeout-minutes"] <= 40
    if name == "release/publish":
        assert job["permissions"] == {"contents": "write", "id-token": "write", "attestations": "write"}
    else:
        assert job["permissions"] == {"contents": "read"}
    for step in job["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_the_job_that_may_write_runs_no_code_of_the_project() -> None:
    actions = {step["uses"].partition("@")[0] for step in JOBS["release/publish"]["steps"] if "uses" in step}
    assert actions == {"actions/download-artifact", "actions/attest-build-provenance"}
    assert re.search(r"\b(?:python|pip|nox|huiyi|npm|node|bash|sh|source)\b(?!-)", commands("release/publish")) is None


def test_no_text_of_a_stranger_is_put_into_a_command() -> None:
    assert [name for name in JOBS if "${{" in commands(name)] == []


def test_of_a_pull_request_the_other_branchs_validator_runs_nothing() -> None:
    said = commands("validate/base")
    assert "pip install ./base" in said
    assert re.findall(r"\S*proposal\S*", said) == ["proposal", "proposal"]
    assert said.count("--root proposal") == 2


def test_every_session_that_a_workflow_names_is_one_of_the_noxfile() -> None:
    noxfile = (PROJECT / "noxfile.py").read_text("utf-8")
    sessions = set(re.findall(r"^def (\w+)\(session: ", noxfile, re.MULTILINE))
    named = set[str]()
    for name in JOBS:
        for words in re.findall(r"^nox -s ([a-z ]+?)(?: --|$)", commands(name), re.MULTILINE):
            named |= set(words.split())
    assert named <= sessions
    assert {"tests", "lint", "types", "workflows", "validate", "release", "reproduce", "clients", "notes"} == named
