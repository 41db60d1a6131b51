"""A release is put in its place whole or not at all, by one build at a time, over nobody else's files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.cli import run
from huiyi.package import read_metadata
from huiyi.release.placing import FORMER, NAMES, STAGING, ForeignFolderError, prepared

if TYPE_CHECKING:
    from pathlib import Path

SUMS = "SHA256SUMS"
METADATA = read_metadata(huiyi.__version__)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def out(toy_dist: Path, tmp_path: Path) -> Path:
    shutil.copytree(toy_dist, tmp_path / "dist")
    return tmp_path / "dist"


@pytest.mark.parametrize("steps", range(8))
def test_a_build_that_died_while_it_published_is_undone_by_the_next(out: Path, steps: int) -> None:
    whole = everything(out)
    names = sorted((path.name for path in out.iterdir()), key=lambda name: (name == SUMS, name))
    assert len(names) == 4
    stage = out / f"{STAGING}died"
    (stage / FORMER).mkdir(parents=True)
    (stage / NAMES).write_text("\n".join(names))
    for name in names:
        if name == f"huiyi-{huiyi.__version__}":
            (stage / name).mkdir()
            (stage / name / "README.md").write_text("new")
        else:
            (stage / name).write_text("new")
    moves = [(out / name, stage / FORMER / name) for name in reversed(names)]
    moves += [(stage / name, out / name) for name in names]
    for origin, target in moves[:steps]:
        origin.rename(target)
    with prepared(out, METADATA, SUMS):
        pass
    assert everything(out) == whole


def test_a_build_that_died_after_it_published_is_only_cleared_away(out: Path) -> None:
    whole = everything(out)
    stage = out / f"{STAGING}died"
    (stage / FORMER).mkdir(parents=True)
    (stage / NAMES).write_text("\n".join(path.name for path in out.iterdir() if path != stage))
    (stage / FORMER / SUMS).write_text("former")
    with prepared(out, METADATA, SUMS):
        pass
    assert everything(out) == whole


def test_names_left_in_a_staging_folder_lead_nowhere_else(out: Path) -> None:
    victim = out.parent / "victim"
    victim.write_text("kept")
    stage = out / f"{STAGING}planted"
    (stage / FORMER).mkdir(parents=True)
    (stage / "bait").write_text("bait")
    (stage / NAMES).write_text("../victim\nbait")
    with prepared(out, METADATA, SUMS):
        pass
    assert victim.read_text() == "kept"


def test_two_builds_do_not_share_a_folder(out: Path, toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = everything(out)
    with prepared(out, METADATA, SUMS):
        assert run(["--root", str(toy), "build", "--out", str(out)]) == 2
        assert "another build is at work" in capsys.readouterr().err
    assert everything(out) == whole


def test_a_file_that_a_user_put_into_a_release_is_not_replaced(out: Path, toy: Path) -> None:
    (out / f"huiyi-{huiyi.__version__}" / "mine.txt").write_text("mine")
    whole = everything(out)
    with pytest.raises(ForeignFolderError, match=r"mine\.txt"), prepared(out, METADATA, SUMS):
        pass
    assert run(["--root", str(toy), "build", "--out", str(out)]) == 2
    assert everything(out) == whole


def test_a_folder_made_for_a_build_that_fails_goes_again(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="fails"), prepared(tmp_path / "new", METADATA, SUMS):
        raise RuntimeError("fails")
    assert not (tmp_path / "new").exists()


def test_nothing_is_built_among_the_records(toy: Path) -> None:
    target = toy / "curation" / "records" / "person" / "dist"
    assert run(["--root", str(toy), "build", "--out", str(target)]) == 2
    assert not target.exists()
