"""Puts a release into its place: all of it or nothing, by one build at a time, and over nobody else's files.

A release is one folder. A build fills such a folder in a staging folder inside the one that it builds into; to publish,
the two change places in one step, or, where the system has no such step, the former one steps aside first. A build that
finds the staging folder of one that died in between puts the former release back.
"""

from __future__ import annotations

import re
import shutil
import signal
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyi.release.archiving import SUMS
from huiyi.release.exchanging import exchange
from huiyi.values.versions import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = ".building.lock"
STAGING = ".building-"
FORMER = "former"


class ForeignFolderError(Exception):
    """The folder to build into is not ours to write to."""


@contextmanager
def prepared(out: Path, dataset: str, title: str) -> Iterator[Path]:
    """Give an empty folder called `title` in a staging folder inside `out`, which no other build can use meanwhile.

    `dataset` is the name that every release in `out` begins with. Raises ForeignFolderError.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ForeignFolderError(f"'{out}' is not a folder")
    is_new = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    try:
        with _alone(out):
            for stale in sorted(out.glob(f"{STAGING}*")):
                _refuse_foreign_stage(stale, out, dataset)
                _restore(stale, out)
                shutil.rmtree(stale)
            _refuse_foreign(out, dataset, title)
            with _settled(), tempfile.TemporaryDirectory(prefix=STAGING, dir=out) as stage:
                folder = Path(stage) / title
                folder.mkdir()
                yield folder
    finally:
        if is_new:
            with suppress(OSError):  # it holds the release, unless the build has failed
                out.rmdir()


def publish(folder: Path, target: Path) -> None:
    """Put a staged folder in the place of `target`, whether or not a release stands there.

    Raises OSError, with the former release in its place.
    """
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # what is begun is finished; `prepared` gives the signals back
    if not target.exists():
        folder.rename(target)
    elif not exchange(folder, target):
        step_aside(folder, target)


def step_aside(folder: Path, target: Path) -> None:
    """Put a staged folder in the place of a release in two steps; raise OSError, with the former one in its place."""
    former = folder.parent / FORMER
    former.mkdir()
    target.rename(former / target.name)
    try:
        folder.rename(target)
    except OSError:
        (former / target.name).rename(target)
        raise


def _restore(stage: Path, out: Path) -> None:
    """Put the former release back that a build which died between the two steps had moved aside."""
    for former in (stage / FORMER).glob("*"):
        if not (out / former.name).exists():
            former.rename(out / former.name)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Keep other builds out of a folder; the lock goes with the process, however it ends."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - the library may be missing, which is told before

    try:
        with FileLock(out / LOCK, timeout=0):
            try:
                yield
            finally:
                with suppress(OSError):  # where what is open cannot be removed, the end of the lock removes it
                    if not (out / LOCK).stat().st_size:
                        (out / LOCK).unlink()
    except Timeout:
        raise ForeignFolderError(f"another build is at work in '{out}'") from None


@contextmanager
def _settled() -> Iterator[None]:
    """Give the signals that a publication holds back their handlers again, after its staging folder is gone."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    former: dict[signal.Signals, Any] = {number: signal.getsignal(number) for number in numbers}
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():
            for number, handler in former.items():
                signal.signal(number, handler)


def _refuse_foreign_stage(stage: Path, out: Path, dataset: str) -> None:
    """Refuse to clear away a folder that is called as a build calls its own and holds anything else."""
    if stage.is_symlink() or not stage.is_dir():
        raise _foreign(out, stage)
    for path in sorted(stage.iterdir()):
        if path.name != FORMER and not _is_release(path, dataset):
            raise _foreign(out, path)


def _is_release(path: Path, dataset: str) -> bool:
    is_called_so = re.fullmatch(rf"{re.escape(dataset)}-{VERSION}", path.name)
    return is_called_so is not None and path.is_dir() and not path.is_symlink()


def _refuse_foreign(out: Path, dataset: str, title: str) -> None:
    for path in sorted(out.iterdir()):
        if path.name != LOCK and not _is_release(path, dataset):
            raise _foreign(out, path)
    replaced = out / title
    listed = replaced / SUMS
    lines = listed.read_bytes().decode("utf-8", "replace").splitlines() if listed.is_file() else []
    known = {line[66:] for line in lines}
    for path in sorted(replaced.rglob("*")):
        name = path.relative_to(replaced).as_posix()
        if path.is_symlink() or not (path.is_dir() or name == SUMS or name in known):
            raise _foreign(out, path)


def _foreign(out: Path, path: Path) -> ForeignFolderError:
    place = path.relative_to(out).as_posix()
    return ForeignFolderError(f"'{out}' holds '{place}', which no build has put there; choose another folder")
