"""A release is put in its place whole or not at all, by one build at a time, over nobody else's files."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.cli import run
from huiyi.release.exchanging import exchange
from huiyi.release.placing import FORMER, LOCK, STAGING, ForeignFolderError, prepared, publish, step_aside

if TYPE_CHECKING:
    from pathlib import Path

TITLE = f"huiyi-{huiyi.__version__}"


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def out(toy_dist: Path, tmp_path: Path) -> Path:
    shutil.copytree(toy_dist, tmp_path / "dist")
    return tmp_path / "dist"


def staged(out: Path) -> Path:
    """Give a staging folder as a build leaves it that died, with a new release in it."""
    stage = out / f"{STAGING}died"
    (stage / TITLE).mkdir(parents=True)
    (stage / TITLE / "README.md").write_text("new")
    (stage / TITLE / "SHA256SUMS").write_text(f"{'0' * 64}  README.md\n")
    return stage


def test_a_build_that_died_between_two_steps_of_publishing_is_undone_by_the_next(out: Path) -> None:
    whole = everything(out)
    stage = staged(out)
    (stage / FORMER).mkdir()
    (out / TITLE).rename(stage / FORMER / TITLE)
    with prepared(out, "huiyi", TITLE):
        pass
    assert everything(out) == whole


@pytest.mark.parametrize("is_exchange", [False, True], ids=["stepping aside", "in one step"])
def test_what_a_build_that_died_left_behind_is_cleared_away_and_the_new_release_stays(
    out: Path, *, is_exchange: bool
) -> None:
    stage = staged(out)
    publish(stage / TITLE, out / TITLE) if is_exchange else step_aside(stage / TITLE, out / TITLE)
    with prepared(out, "huiyi", TITLE):
        pass
    assert everything(out).keys() == {f"{TITLE}/README.md", f"{TITLE}/SHA256SUMS"}


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_a_users_folder_that_is_called_like_one_of_a_build_is_not_cleared_away(
    kind: str, out: Path, tmp_path: Path
) -> None:
    mine = out / f"{STAGING}mine"
    if kind == "folder":
        mine.mkdir()
        (mine / "thesis.txt").write_text("years of work")
    elif kind == "file":
        mine.write_text("years of work")
    else:
        mine.symlink_to(tmp_path)
    before = everything(out)
    with pytest.raises(ForeignFolderError, match=f"{STAGING}mine"), prepared(out, "huiyi", TITLE):
        pass
    assert everything(out) == before
    assert mine.exists()


def test_of_the_lock_nothing_stays_but_what_a_user_had_written_into_it(out: Path) -> None:
    with prepared(out, "huiyi", TITLE):
        assert (out / LOCK).exists()
    assert not (out / LOCK).exists()
    (out / LOCK).write_text("years of work")
    with prepared(out, "huiyi", TITLE):
        pass
    assert (out / LOCK).read_text() == "years of work"


def test_a_release_whose_checksums_are_no_text_is_not_replaced(out: Path) -> None:
    (out / TITLE / "SHA256SUMS").write_bytes(b"\xff\xfe")
    with pytest.raises(ForeignFolderError), prepared(out, "huiyi", TITLE):
        pass


def test_a_step_that_fails_leaves_the_former_release(out: Path) -> None:
    stage = staged(out)
    shutil.rmtree(stage / TITLE)
    whole = everything(out)
    with pytest.raises(FileNotFoundError):
        step_aside(stage / TITLE, out / TITLE)
    assert everything(out) == whole


@pytest.mark.skipif(sys.platform != "linux", reason="the exchange is a call of Linux")
def test_two_folders_change_places_in_one_step_and_one_alone_does_not(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "name").read_text() == "other"
    assert (tmp_path / "other" / "name").read_text() == "one"
    assert not exchange(tmp_path / "one", tmp_path / "nowhere")
    assert (tmp_path / "one" / "name").read_text() == "other"


def test_two_builds_do_not_share_a_folder(out: Path, toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = everything(out)
    with prepared(out, "huiyi", TITLE):
        assert run(["--root", str(toy), "build", "--out", str(out)]) == 2
        assert "another build is at work" in capsys.readouterr().err
    assert everything(out) == whole


def test_a_file_that_a_user_put_into_a_release_is_not_replaced(out: Path, toy: Path) -> None:
    (out / TITLE / "mine.txt").write_text("mine")
    whole = everything(out)
    with pytest.raises(ForeignFolderError, match=r"mine\.txt"), prepared(out, "huiyi", TITLE):
        pass
    assert run(["--root", str(toy), "build", "--out", str(out)]) == 2
    assert everything(out) == whole


def test_a_folder_made_for_a_build_that_fails_goes_again(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="fails"), prepared(tmp_path / "new", "huiyi", TITLE):
        raise RuntimeError("fails")
    assert not (tmp_path / "new").exists()


def test_nothing_is_built_among_the_records(toy: Path) -> None:
    target = toy / "curation" / "records" / "person" / "dist"
    assert run(["--root", str(toy), "build", "--out", str(target)]) == 2
    assert not target.exists()
