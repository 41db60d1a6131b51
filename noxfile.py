"""What the project can do for itself: `nox -s release` and `nox -s tests` are the two that everybody needs."""

from __future__ import annotations

import nox

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.sessions = ["tests", "lint", "types"]
PYPROJECT = nox.project.load_toml("pyproject.toml")


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
    """Check the types, strictly."""
    install(session, "test", "types")
    session.run("mypy")


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
