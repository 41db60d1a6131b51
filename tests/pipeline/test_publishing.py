"""A build publishes a whole and sound release into a folder of its own, or it publishes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.checking import check
from huiyi.cli import run
from huiyi.package import read_metadata
from huiyi.release import BrokenPackageError, build
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from huiyi.checking import Outcome


def everything(folder: Path) -> dict[str, bytes | str]:
    """Give what stands in a folder: the bytes of each file, the target of each link, nothing for a folder."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = path.read_bytes() if path.is_file() else ""
    return found


@pytest.fixture
def published(toy: Path, toy_dist: Path) -> Path:
    """Give the dist/ of a toy repository that was built before."""
    shutil.copytree(toy_dist, toy / "dist")
    return toy / "dist"


@pytest.fixture
def outcome(toy: Path) -> Outcome:
    return check(toy, read_contract(), None)


def test_a_build_into_a_folder_with_other_files_is_misuse_and_leaves_it_alone(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    before = everything(out)
    assert run(["--root", str(toy), "build", "--out", str(out)]) == 2
    assert "thesis.txt" in capsys.readouterr().err
    assert everything(out) == before


@pytest.mark.parametrize("inside", ["records", ""], ids=["the records", "curation/"])
def test_a_build_into_the_curators_folder_is_misuse_and_leaves_it_alone(toy: Path, inside: str) -> None:
    before = everything(toy)
    assert run(["--root", str(toy), "build", "--out", str(toy / "curation" / inside)]) == 2
    assert everything(toy) == before


@pytest.mark.parametrize("is_dangling", [False, True], ids=["to a folder", "to nowhere"])
def test_a_build_into_a_link_is_misuse_and_follows_it_nowhere(toy: Path, tmp_path: Path, *, is_dangling: bool) -> None:
    target = tmp_path / "target"
    if not is_dangling:
        target.mkdir()
    out = tmp_path / "out"
    out.symlink_to(target)
    assert run(["--root", str(toy), "build", "--out", str(out)]) == 2
    assert out.is_symlink()
    assert list(target.glob("*")) == []


def test_a_build_replaces_no_link_inside_its_folder(toy: Path, tmp_path: Path) -> None:
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    (treasure / "kept.txt").write_text("kept")
    out = tmp_path / "out"
    out.mkdir()
    (out / f"huiyi-{huiyi.__version__}").symlink_to(treasure)
    before = everything(tmp_path)
    assert run(["--root", str(toy), "build", "--out", str(out)]) == 2
    assert everything(tmp_path) == before


@pytest.mark.parametrize("inside", ["", "further"], ids=["a file", "below a file"])
def test_a_build_into_a_file_is_misuse(toy: Path, tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_text("kept")
    assert run(["--root", str(toy), "build", "--out", str(tmp_path / "file" / inside)]) == 2
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.skipif(os.name != "posix", reason="/proc and the permissions of folders are of POSIX systems")
def test_a_build_where_nothing_can_be_written_is_misuse_in_one_line(
    toy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(toy), "build", "--out", "/proc/huiyi-cannot-write-here"]) == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "nothing was published" in complaint


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are of POSIX systems")
@pytest.mark.parametrize("largest", [60_000, 600_000], ids=["at the descriptor", "at the database"])
def test_a_full_disk_is_told_in_one_line_and_the_former_release_stays(largest: int, toy: Path, published: Path) -> None:
    before = everything(published)
    # A process that may write no large file meets what a full disk gives.
    code = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest}));"
        "from huiyi.cli import main; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-B", "-c", code, "--root", str(toy), "build"],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(huiyi.__file__).resolve().parents[1])},
    )
    assert ended.returncode == 2, ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "nothing was published" in ended.stderr
    assert "None" not in ended.stderr
    assert everything(published) == before


def test_an_error_in_a_record_publishes_nothing_and_the_former_release_stays(
    toy: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(published)
    path = toy / "curation" / "records" / "person" / "gu-yan.yaml"
    path.write_text(path.read_text("utf-8").replace("system: pinyin", "system: pinyn"), "utf-8")
    assert run(["--root", str(toy), "build"]) == 1
    said = capsys.readouterr()
    assert "word-not-in-vocabulary" in said.out
    assert "nothing was published" in said.err
    assert everything(published) == before


@pytest.mark.parametrize(("start", "status"), [('{"source": ', 0), ('{"record": ', 1)], ids=["a passage", "a seal"])
def test_what_the_lock_lacks_publishes_nothing_whether_or_not_it_is_an_error(
    start: str, status: int, toy: Path, published: Path
) -> None:
    before = everything(published)
    lock = toy / "curation" / "evidence.lock"
    lines = lock.read_text("utf-8").splitlines(keepends=True)
    lines.remove(next(line for line in reversed(lines) if line.startswith(start)))
    lock.write_text("".join(lines), "utf-8")
    assert run(["--root", str(toy), "validate"]) == status
    assert run(["--root", str(toy), "build"]) == 1
    assert everything(published) == before


def test_a_row_that_breaks_a_key_publishes_nothing(outcome: Outcome, published: Path) -> None:
    before = everything(published)
    lacking = tuple(record for record in outcome.corpus.all_records if record.id != "lin-hai")
    broken = replace(outcome.corpus, all_records=lacking, _memory={})
    with pytest.raises(BrokenPackageError, match="refers to no row of"):
        build(replace(outcome, corpus=broken), read_metadata(huiyi.__version__), published)
    assert everything(published) == before


def test_a_package_that_its_referee_refuses_is_not_published(outcome: Outcome, published: Path) -> None:
    before = everything(published)
    with pytest.raises(BrokenPackageError, match="description"):
        build(outcome, replace(read_metadata(huiyi.__version__), description=""), published)
    assert everything(published) == before


def test_a_build_replaces_the_release_of_its_version_keeps_others_and_names_what_it_published(
    toy: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    former = published / "huiyi-0.0.1"
    former.mkdir()
    (former / "README.md").write_text("a former release")
    whole = everything(published)
    release = published / f"huiyi-{huiyi.__version__}"
    (release / "data" / "gone.csv").write_text("a table of a former layout")
    with (release / "SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{'0' * 64}  data/gone.csv\n")
    (release / "README.md").write_text("changed by hand")
    (published / ".building-left-by-a-crash").mkdir()
    assert run(["--root", str(toy), "build"]) == 0
    assert everything(published) == whole
    assert capsys.readouterr().out.partition(": ")[0] == str(release)
