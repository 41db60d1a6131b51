"""Puts a release into its place: all of it or nothing, by one build at a time, and over nobody else's files.

A build works in a staging folder inside the folder that it builds into. To publish, the former release steps aside into
the staging folder and the new one takes its place, checksums last; a build that finds the staging folder of one that
died in between puts the former release back.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if os.name == "posix":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.package import Metadata

STAGING = ".building-"
FORMER = "former"
NAMES = "names"


class ForeignFolderError(Exception):
    """The folder to build into is not ours to write to."""


@contextmanager
def prepared(out: Path, metadata: Metadata, sums: str) -> Iterator[Path]:
    """Give a staging folder inside `out`, which no other build can use meanwhile; raise ForeignFolderError."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ForeignFolderError(f"'{out}' is not a folder")
    is_new = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    try:
        with _alone(out):
            for stale in sorted(out.glob(f"{STAGING}*")):
                _restore(stale, out)
                shutil.rmtree(stale)
            _refuse_foreign(out, metadata, sums)
            with _settled(), tempfile.TemporaryDirectory(prefix=STAGING, dir=out) as stage:
                yield Path(stage)
    finally:
        if is_new:
            with suppress(OSError):  # it holds the release, unless the build has failed
                out.rmdir()


def publish(stage: Path, out: Path, sums: str) -> list[str]:
    """Move what is staged into `out` and give the names; raise OSError, with `out` as it was."""
    names = sorted((path.name for path in stage.iterdir()), key=lambda name: (name == sums, name))
    former = stage / FORMER
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # what is begun is finished; `prepared` gives the signals back
    (stage / NAMES).write_text("\n".join(names), "utf-8")
    former.mkdir()
    try:
        for name in reversed(names):
            if (out / name).exists():
                (out / name).rename(former / name)
        for name in names:
            (stage / name).rename(out / name)
    except OSError:
        _restore(stage, out)
        raise
    return names


def _restore(stage: Path, out: Path) -> None:
    """Undo a publication that was not finished: what it placed goes back, and the former release to its place."""
    former = stage / FORMER
    if not former.is_dir():
        return
    names = [name for name in (stage / NAMES).read_text("utf-8").split("\n") if Path(name).name == name]
    if not any((stage / name).exists() for name in names):
        return
    for name in names:
        is_placed = not (stage / name).exists()
        if is_placed and (out / name).exists():
            (out / name).rename(stage / name)
        if (former / name).exists():
            (former / name).rename(out / name)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Keep other builds out of a folder; the lock goes with the process, however it ends."""
    if os.name != "posix":
        yield
        return
    folder = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise ForeignFolderError(f"another build is at work in '{out}'") from None
    finally:
        os.close(folder)


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


def _refuse_foreign(out: Path, metadata: Metadata, sums: str) -> None:
    ours = re.compile(rf"{re.escape(metadata.name)}-[0-9]+\.[0-9]+\.[0-9]+(?:\.zip|\.sqlite)?|{re.escape(sums)}")
    for path in sorted(out.iterdir()):
        if path.is_symlink() or not ours.fullmatch(path.name):
            raise _foreign(out, path)
    listed = out / sums
    known = {line[66:] for line in listed.read_text("utf-8").splitlines()} if listed.is_file() else set[str]()
    replaced = out / f"{metadata.name}-{metadata.version}"
    for path in sorted(replaced.rglob("*")):
        if not path.is_dir() and path.relative_to(out).as_posix() not in known:
            raise _foreign(out, path)


def _foreign(out: Path, path: Path) -> ForeignFolderError:
    place = path.relative_to(out).as_posix()
    return ForeignFolderError(f"'{out}' holds '{place}', which no build has put there; choose another folder")
