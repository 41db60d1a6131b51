"""Builds a release beside the former one and puts it in its place only when it is whole and sound."""

from __future__ import annotations

import re
import shutil
import signal
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiyi.exports.csv_tables import write_csv
from huiyi.exports.sqlite import BrokenKeyError, write_sqlite
from huiyi.package import Metadata, csv_path, describe, read_codes
from huiyi.package.refereeing import refereed
from huiyi.release.archiving import archive, checksums, digest
from huiyi.release.codebook import codebook
from huiyi.release.papers import copy_licences, write_citation, write_json, write_readme
from huiyi.tables import make_tables, read_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from huiyi.corpus import Corpus

SUMS = "SHA256SUMS"
STAGING = ".building-"


class ForeignFolderError(Exception):
    """The folder to build into is not ours to write to."""


class BrokenPackageError(Exception):
    """What was built does not pass its own checks; nothing of it is published."""


@dataclass(frozen=True)
class Built:
    """What a build published: the folder of tables, the files beside it, and the number of tables and rows."""

    folder: Path
    files: tuple[Path, ...]
    tables: int
    rows: int


def build(corpus: Corpus, metadata: Metadata, out: Path, say: Callable[[str], None] = lambda _stage: None) -> Built:
    """Build the release of a corpus without errors into `out`, replacing the one of the same version.

    `say` is told each stage. Raises ForeignFolderError where `out` holds what no build has put there, and
    BrokenPackageError where the result does not pass; `out` is then as it was.
    """
    _refuse_foreign(out, metadata.name)
    out.mkdir(parents=True, exist_ok=True)
    with _interruptible() as settle, tempfile.TemporaryDirectory(prefix=STAGING, dir=out) as staging:
        stage = Path(staging)
        tables, rows = _fill(corpus, metadata, stage, say)
        say("publishing")
        settle()
        names = _publish(stage, out)
    folder = out / f"{metadata.name}-{metadata.version}"
    return Built(folder, tuple(out / name for name in names if name != folder.name), tables, rows)


def _fill(corpus: Corpus, metadata: Metadata, stage: Path, say: Callable[[str], None]) -> tuple[int, int]:
    folder = stage / f"{metadata.name}-{metadata.version}"
    (folder / "data").mkdir(parents=True)
    say("making tables")
    tables = make_tables(corpus, read_layout(corpus.contract))
    codes = read_codes(corpus)
    say("writing tables")
    for name in tables.layout.tables:
        write_csv(tables, name, folder / csv_path(name))
    files = {name: _weighed(folder / csv_path(name)) for name in tables.layout.tables}
    sources = [{"title": record.data["title"]} for record in corpus.by_kind["source"]]
    write_json(describe(metadata, tables.layout, codes, sources, files), folder / "datapackage.json")
    (folder / "CODEBOOK.md").write_text(codebook(tables, codes), "utf-8")
    write_readme(tables, metadata, folder)
    write_citation(metadata, folder)
    copy_licences(folder)
    say("writing the database")
    database = stage / f"{folder.name}.sqlite"
    try:
        write_sqlite(tables, metadata, database)
    except BrokenKeyError as error:
        raise BrokenPackageError(str(error)) from error
    say("validating the package")
    if faults := list(refereed(folder)):
        raise BrokenPackageError("; ".join(faults[:3]))
    packed = stage / f"{folder.name}.zip"
    archive(folder, packed)
    published = [database, packed, *(path for path in folder.rglob("*") if path.is_file())]
    (stage / SUMS).write_text(checksums(stage, published), "utf-8")
    return len(tables.layout.tables), sum(map(len, tables.rows.values()))


def _weighed(path: Path) -> tuple[int, str]:
    return path.stat().st_size, digest(path)


def _refuse_foreign(out: Path, name: str) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ForeignFolderError(f"'{out}' is not a folder")
    ours = re.compile(rf"{re.escape(name)}-[0-9]+\.[0-9]+\.[0-9]+(?:\.zip|\.sqlite)?|{SUMS}|{re.escape(STAGING)}.+")
    for path in sorted(out.iterdir()) if out.exists() else ():
        if path.is_symlink() or not ours.fullmatch(path.name):
            raise ForeignFolderError(
                f"'{out}' holds '{path.name}', which no build has put there; choose another folder"
            )


def _publish(stage: Path, out: Path) -> list[str]:
    """Move what is staged into place; the former release steps aside and goes with the staging folder."""
    former = stage / "former"
    former.mkdir()
    names = sorted(path.name for path in stage.iterdir() if path != former)
    for stale in out.glob(f"{STAGING}*"):
        if stale != stage:
            shutil.rmtree(stale)
    for name in names:
        if (out / name).exists():
            (out / name).rename(former / name)
        (stage / name).rename(out / name)
    return names


@contextmanager
def _interruptible() -> Iterator[Callable[[], None]]:
    """Give a function after whose call interruptions no longer reach the block: publishing once begun is finished."""
    former: dict[int, Any] = {}

    def settle() -> None:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                former[number] = signal.signal(number, signal.SIG_IGN)

    try:
        yield settle
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
