"""What the project can do for itself: `nox -s release` and `nox -s tests` are the two that everybody needs."""

from __future__ import annotations

from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.sessions = ["tests", "lint", "types"]
PYPROJECT = nox.project.load_toml("pyproject.toml")
GITHUB = {
    "vendor.github-workflows": ".github/workflows/*.yml",
    "custom.github-workflows-require-timeout": ".github/workflows/*.yml",
    "vendor.github-issue-forms": ".github/ISSUE_TEMPLATE/correction.yml",
    "vendor.github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
    "vendor.dependabot": ".github/dependabot.yml",
}
"""Which schema the files of a pattern must fit; check-jsonschema brings the schemas."""


def install(session: nox.Session, *groups: str, package: str = ".[release]") -> None:
    """Install the package, by default with what a release needs, and groups of development dependencies."""
    session.install("-e", package, *nox.project.dependency_groups(PYPROJECT, *groups))


@nox.session
def validate(session: nox.Session) -> None:
    """Check every record; arguments after -- go to `huiyi validate`."""
    install(session, package=".")
    session.run("huiyi", "validate", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the release into dist/; arguments after -- go to `huiyi build`."""
    install(session)
    session.run("huiyi", "build", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Validate every record and build the release into dist/, from the package as it is installed elsewhere."""
    session.install(".[release]")
    session.run("huiyi", "build", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; arguments after -- go to pytest."""
    install(session, "test")
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and form of the code, and that imports point down only."""
    install(session, "lint", package=".")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, strictly; and that the package asks of Python nothing that it lacks on another system."""
    install(session, "test", "types")
    session.run("mypy")
    for system in ("darwin", "win32"):
        session.run("mypy", "--platform", system, "--no-warn-unreachable", "src")


@nox.session(default=False)
def workflows(session: nox.Session) -> None:
    """Check what GitHub runs: its form, and that it gives strangers no power; asks nothing of the network."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "workflows"))
    session.run("zizmor", "--offline", "--persona", "pedantic", ".github")
    for schema, pattern in GITHUB.items():
        session.run("check-jsonschema", "--builtin-schema", schema, *map(str, sorted(Path().glob(pattern))))


@nox.session(default=False)
def reproduce(session: nox.Session) -> None:
    """Build the release twice, in circumstances as unlike as can be, and compare every byte; options go after --."""
    session.install(".[release]")
    session.run("python", "-m", "tests.reproduce", *session.posargs)


@nox.session(default=False)
def clients(session: nox.Session) -> None:
    """Load the release in dist/ with libraries that did not write it, those at hand; options go after --."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "clients"))
    session.run("python", "-m", "tests.clients", *session.posargs)


@nox.session(default=False)
def notes(session: nox.Session) -> None:
    """Write the notes of a release to notes.md, if changelog and register are ready; its tag goes after --."""
    install(session, package=".")
    session.run("huiyi", "register", "--check")
    with Path("notes.md").open("w", encoding="utf-8") as file:
        session.run("huiyi", "notes", *session.posargs, stdout=file, stderr=None)


@nox.session(default=False)
def mutants(session: nox.Session) -> None:
    """Put faults into the records, one at a time, and report which rules find them; options go after --."""
    install(session, "test")
    session.run("python", "-m", "tests.mutants", *session.posargs)


@nox.session(default=False)
def bless(session: nox.Session) -> None:
    """Accept what the toy repository gives now as what it should give; read the difference before you commit it."""
    install(session)
    session.run("python", "tests/bless.py")
