"""Builds a release beside the former one and puts it in its place only when it is whole and sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.checking.quality import published_quality
from huiyi.exports.csv_tables import write_csv
from huiyi.exports.sqlite import BrokenKeyError, write_sqlite
from huiyi.package import Metadata, csv_path, describe, read_codes
from huiyi.package.refereeing import refereed
from huiyi.release.archiving import archive, checksums, digest
from huiyi.release.codebook import codebook
from huiyi.release.papers import copy_licences, write_citation, write_json, write_readme
from huiyi.release.placing import ForeignFolderError, prepared, publish
from huiyi.tables import make_tables, read_layout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from huiyi.checking import Outcome

SUMS = "SHA256SUMS"


__all__ = ["BrokenPackageError", "Built", "ForeignFolderError", "build"]


class BrokenPackageError(Exception):
    """What was built does not pass its own checks; nothing of it is published."""


@dataclass(frozen=True)
class Built:
    """What a build published: the folder of tables, the files beside it, and the number of tables and rows."""

    folder: Path
    files: tuple[Path, ...]
    tables: int
    rows: int


def build(outcome: Outcome, metadata: Metadata, out: Path, say: Callable[[str], None] = lambda _stage: None) -> Built:
    """Build the release of a check that nothing stands in the way of into `out`, replacing the one of the same version.

    `say` is told each stage. Raises ForeignFolderError where `out` holds what no build has put there or another build
    is at work in it, BrokenPackageError where the result does not pass, and OSError where it cannot be written; `out`
    is then as it was.
    """
    with prepared(out, metadata, SUMS) as stage:
        tables, rows = _fill(outcome, metadata, stage, say)
        say("publishing")
        names = publish(stage, out, SUMS)
    folder = out / f"{metadata.name}-{metadata.version}"
    return Built(folder, tuple(out / name for name in names if name != folder.name), tables, rows)


def _fill(outcome: Outcome, metadata: Metadata, stage: Path, say: Callable[[str], None]) -> tuple[int, int]:
    folder = stage / f"{metadata.name}-{metadata.version}"
    (folder / "data").mkdir(parents=True)
    say("making tables")
    corpus = outcome.corpus
    tables = make_tables(corpus, read_layout(corpus.contract))
    codes = read_codes(corpus)
    say("writing tables")
    for name in tables.layout.tables:
        write_csv(tables, name, folder / csv_path(name))
    files = {name: _weighed(folder / csv_path(name)) for name in tables.layout.tables}
    sources = [{"title": record.data["title"]} for record in corpus.by_kind["source"]]
    write_json(describe(metadata, tables.layout, codes, sources, files), folder / "datapackage.json")
    (folder / "CODEBOOK.md").write_text(codebook(tables, codes), "utf-8")
    figures = published_quality(corpus, outcome.tallies)
    write_json(figures, folder / "quality.json")
    write_readme(tables, metadata, figures, folder)
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
