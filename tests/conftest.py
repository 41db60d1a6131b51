"""What the tests of several folders share: the toy repository, a release of it, and the command as users start it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOY = Path(__file__).resolve().parent / "toy"
SOURCES = "HUIYI_SOURCES"
COMMAND = "from huiyi.cli import main; main()"


@pytest.fixture(scope="session", autouse=True)
def _no_sources_from_outside() -> Iterator[None]:
    """Let no test depend on whether the texts of the real sources are at hand."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(SOURCES, raising=False)
        yield


@pytest.fixture(scope="session")
def toy_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder into which the toy repository was built; for reading only."""
    out = tmp_path_factory.mktemp("toy") / "dist"
    assert run(["--root", str(TOY), "build", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="session")
def toy_release(toy_dist: Path) -> Path:
    """Give the folder of the release in it."""
    return toy_dist / f"huiyi-{huiyi.__version__}"


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """Give a copy of the toy repository that a test may change."""
    root = tmp_path / "toy"
    for part in ("curation", "texts"):
        shutil.copytree(TOY / part, root / part)
    return root


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Give a function that starts `huiyi` as its own process, with more environment where some is given."""

    def started(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.Popen[bytes]:
        home = str(Path(huiyi.__file__).resolve().parents[1])
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": home, **environment},
        )

    return started
