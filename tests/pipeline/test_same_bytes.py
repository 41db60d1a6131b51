"""Two builds of the same records are the same, byte for byte, wherever, whenever and in whatever locale they run."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

TOY = Path(__file__).resolve().parents[1] / "toy"
HERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4242",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_builds_in_other_folders_time_zones_locales_and_hash_seeds_give_the_same_bytes(
    tmp_path: Path, toy_dist: Path, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    places = {tmp_path / "one": HERE, tmp_path / "a folder with spaces" / "日本": ELSEWHERE}
    builds = []
    for root, environment in places.items():
        # Copied in the order of names or against it, with new times of change: no listing or clock may matter.
        for path in sorted((TOY / "curation").rglob("*.*"), reverse=environment is ELSEWHERE):
            copy = root / path.relative_to(TOY)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        builds.append(start("--root", root, "build", **environment))
    for build in builds:
        _, complaints = build.communicate()
        assert build.returncode == 0, complaints
    first, second = (files(root / "dist") for root in places)
    assert sorted(first) == sorted(second) == sorted(files(toy_dist))
    assert [name for name in first if not first[name] == second[name] == (toy_dist / name).read_bytes()] == []


def test_the_archive_tells_nothing_of_when_and_where_it_was_made(toy_release: Path) -> None:
    (path,) = toy_release.glob("*.zip")
    with zipfile.ZipFile(path) as packed:
        entries = packed.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr) for entry in entries} == {(3, 0o100644 << 16)}
    assert {entry.filename.split("/")[0] for entry in entries} == {path.stem}
