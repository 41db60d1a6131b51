"""Runs a workflow on this machine: its `run:` steps as they are written, its actions by what they do to files.

Nothing is installed and nothing leaves the machine. In the place of `gh`, the foreign clients and the installers stand
executables on PATH; `nox` is the real one, which here takes every session's commands from the environment of the tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).resolve().parent
EXPRESSION = re.compile(r"\$\{\{ (\S+) \}\}")
GIVEN = {"github.token": "a token", "github.repository": "somebody/huiyi"}
"""What expressions mean that are not outputs of the workflow itself."""
STAND_INS = {
    "nox": f'exec "{sys.executable}" -m nox --no-venv --no-install "$@"',
    "python": f'exec "{sys.executable}" "$@"',
    "pytest": f'exec "{sys.executable}" -m pytest "$@"',
    "huiyi": f'exec "{sys.executable}" -c "from huiyi.cli import main; main()" "$@"',
    "gh": f'exec "{sys.executable}" "{HERE / "gh.py"}" "$@"',
    "node": f'exec "{sys.executable}" "{HERE / "client.py"}" "$@"',
    "Rscript": f'exec "{sys.executable}" "{HERE / "client.py"}" "$@"',
    "pip": "exit 0",
    "npm": "exit 0",
}


@dataclass
class Rehearsal:
    """A rehearsal of the workflow at a path of a repository, for one tag, below a folder of its own.

    `failed` is the name of the step that failed, empty while none has; `said` is what the last step printed.
    """

    folder: Path
    tag: str
    workflow: Mapping[str, Any]
    environment: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=lambda: dict(GIVEN))
    failed: str = ""
    said: str = ""

    def __post_init__(self) -> None:
        """Put the stand-ins where steps find them."""
        (self.folder / "bin").mkdir(exist_ok=True)
        for name, line in STAND_INS.items():
            path = self.folder / "bin" / name
            path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
            path.chmod(0o755)

    def run(self, *names: str) -> None:
        """Run some jobs, each in an empty workspace, until a step fails."""
        for name in names:
            job = self.workflow["jobs"][name]
            workspace = self.folder / f"workspace-of-{name}"
            workspace.mkdir()
            for step in job["steps"]:
                assert step.keys() <= {"name", "id", "uses", "with", "run", "env"}
                if "run" in step:
                    self._run(step, job.get("env", {}), workspace)
                else:
                    self._use(step["uses"].partition("@")[0], step.get("with", {}), workspace)
                if self.failed:
                    self.failed = step["name"]
                    return
            for output, expression in job.get("outputs", {}).items():
                self.values[f"needs.{name}.outputs.{output}"] = self._valued(expression)

    def _valued(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self.values[found[1]], text)

    def _run(self, step: Mapping[str, Any], environment: Mapping[str, str], workspace: Path) -> None:
        given = {name: self._valued(text) for name, text in {**environment, **step.get("env", {})}.items()}
        script = step["run"]
        assert EXPRESSION.search(script) is None
        outputs = self.folder / "outputs"
        outputs.write_text("", "utf-8")
        ended = subprocess.run(
            ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=workspace,
            env={
                "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin",
                "HOME": str(self.folder),
                "GIT_CONFIG_NOSYSTEM": "1",
                "PYTHONPATH": str(workspace / "src"),
                "PYTHONDONTWRITEBYTECODE": "1",
                "REHEARSAL_GITHUB": str(self.folder),
                "GITHUB_REF_NAME": self.tag,
                "GITHUB_OUTPUT": str(outputs),
                **given,
                **self.environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.said = ended.stdout.decode("utf-8", "replace")
        self.failed = self.said if ended.returncode else ""
        for line in outputs.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            self.values[f"steps.{step['id']}.outputs.{name}"] = value

    def _use(self, action: str, given: Mapping[str, Any], workspace: Path) -> None:
        if action == "actions/checkout":
            depth = [] if given.get("fetch-depth") == 0 else ["--depth", "1"]
            address = f"file://{self.folder / 'repository'}"
            command: list[str | Path] = ["git", "clone", "--quiet", *depth, "--branch", self.tag, address, workspace]
            subprocess.run(command, check=True, capture_output=True)
        elif action == "actions/upload-artifact":
            self._hand_on(given, workspace)
        elif action == "actions/download-artifact":
            shutil.copytree(self.folder / "artifacts" / given["name"], workspace, dirs_exist_ok=True)
        elif action == "actions/attest-build-provenance":
            listed = (workspace / given["subject-checksums"]).read_text("utf-8").splitlines()
            assert all(re.fullmatch("[0-9a-f]{64}  .+", line) for line in listed)
            (self.folder / "attested").write_text("\n".join(listed), "utf-8")
        else:
            assert action == "actions/setup-python"

    def _hand_on(self, given: Mapping[str, Any], workspace: Path) -> None:
        """Keep the files of an artifact, hidden ones only where that is asked for."""
        artifact = self.folder / "artifacts" / given["name"]
        for part in given["path"].split():
            every = [workspace / part, *sorted((workspace / part).rglob("*"))]
            paths = [path for path in every if path.is_file()]
            assert paths
            for path in paths:
                name = path.relative_to(workspace)
                if given.get("include-hidden-files") or not any(word.startswith(".") for word in name.parts):
                    (artifact / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, artifact / name)


def read_workflow(path: Path) -> dict[str, Any]:
    """Read a workflow; what it calls `on` YAML takes for a truth value."""
    said: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in said.items()}


def commit(project: Path, tag: str) -> None:
    """Commit all that a folder holds, as its repository's first commit or as a further one, and tag it."""
    named = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    named |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_NOSYSTEM": "1"}
    environment = {**os.environ, **named}
    for words in (
        ["init", "--quiet", "--initial-branch=main", str(project)],
        ["-C", str(project), "add", "--all"],
        ["-C", str(project), "commit", "--quiet", "--message", "Release"],
        ["-C", str(project), "tag", tag],
    ):
        subprocess.run(["git", *words], check=True, env=environment, capture_output=True)
