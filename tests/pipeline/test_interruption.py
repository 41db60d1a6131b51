"""A build that is interrupted at any moment leaves the former release as it was, or the whole new one."""

from __future__ import annotations

import os
import shutil
import signal
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from huiyi.cli import INTERRUPTED, run

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX systems")

STAGING, LOCK = ".building-", ".building.lock"
MOMENTS = [
    pytest.param("", signal.SIGTERM, id="before it begins, by SIGTERM"),
    pytest.param(f"{STAGING}*", signal.SIGINT, id="at its beginning, by SIGINT"),
    pytest.param(f"{STAGING}*/*/datapackage.json", signal.SIGTERM, id="after the tables, by SIGTERM"),
    pytest.param(f"{STAGING}*/*/*.sqlite", signal.SIGINT, id="at the database, by SIGINT"),
    pytest.param(f"{STAGING}*/*/*.sqlite", signal.SIGKILL, id="at the database, by SIGKILL"),
    pytest.param(f"{STAGING}*/*/*.zip", signal.SIGTERM, id="at the archive, by SIGTERM"),
    pytest.param(f"{STAGING}*/*/SHA256SUMS", signal.SIGINT, id="when all is ready, by SIGINT"),
]


def release(out: Path) -> dict[str, bytes]:
    """Give every file of a folder that is no leftover of a build."""
    paths = (path for path in out.rglob("*") if path.is_file())
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}
    return {name: content for name, content in found.items() if not name.startswith((STAGING, LOCK))}


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a toy repository of which a record has changed since the release that `toy_dist` holds, built once."""
    toy = Path(__file__).resolve().parents[1] / "toy"
    root = tmp_path_factory.mktemp("changed")
    shutil.copytree(toy / "curation", root / "curation")
    path = root / "curation" / "records" / "person" / "lin-hai.yaml"
    path.write_text(path.read_text("utf-8").replace("Took the chair", "Was in the chair"), "utf-8")
    assert run(["--root", str(root), "build"]) == 0
    return root


@pytest.mark.parametrize(("moment", "number"), MOMENTS)
def test_an_interrupted_build_leaves_a_whole_release(  # noqa: PLR0913, PLR0917 - what the test needs of the others
    moment: str,
    number: signal.Signals,
    changed: Path,
    toy_dist: Path,
    tmp_path: Path,
    start: Callable[..., subprocess.Popen[bytes]],
) -> None:
    out = tmp_path / "dist"
    shutil.copytree(toy_dist, out)
    build = start("--root", changed, "build", "--out", out)
    while moment and not any(out.glob(moment)) and build.poll() is None:
        time.sleep(0.005)
    build.send_signal(number)
    _, complaints = build.communicate()
    former, new = release(toy_dist), release(changed / "dist")
    assert former != new
    assert release(out) == (former if build.returncode else new)
    # At its beginning a build may be caught between making its folder and minding it; the next one clears that away.
    if "/" in moment and number != signal.SIGKILL:
        assert list(out.glob(f"{STAGING}*")) == []
        if build.returncode:
            assert build.returncode == INTERRUPTED
            assert complaints.decode().strip() == "huiyi: interrupted; nothing was changed"


def test_an_interruption_is_one_even_where_closing_what_is_half_written_fails(
    toy_dist: Path, changed: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # An archive in which a member is being written refuses to be closed.
    begin = zipfile.ZipFile.open

    def interrupted(archive: zipfile.ZipFile, *arguments: Any, **others: Any) -> Any:
        member = begin(archive, *arguments, **others)
        if str(archive.filename).endswith(".zip"):
            raise KeyboardInterrupt
        return member

    out = tmp_path / "dist"
    shutil.copytree(toy_dist, out)
    monkeypatch.setattr(zipfile.ZipFile, "open", interrupted)
    assert run(["--root", str(changed), "build", "--out", str(out)]) == INTERRUPTED
    assert capfd.readouterr().err.splitlines()[-1] == "huiyi: interrupted; nothing was changed"
    monkeypatch.undo()
    assert release(out) == release(toy_dist)


def test_the_next_build_clears_away_what_a_killed_one_left(toy_dist: Path, changed: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    shutil.copytree(toy_dist, out)
    (out / f"{STAGING}abandoned" / "huiyi-0.1.0" / "data").mkdir(parents=True)
    (out / f"{STAGING}abandoned" / "huiyi-0.1.0" / "data" / "half.csv").write_text("id,na")
    assert run(["--root", str(changed), "build", "--out", str(out)]) == 0
    assert list(out.glob(f"{STAGING}*")) == []
    assert release(out) == release(changed / "dist")
